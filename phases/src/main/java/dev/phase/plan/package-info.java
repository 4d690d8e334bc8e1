/**
 * Plans as data: immutable steps with their SQL, locks, transaction mode and guard. A plan is stored
 * before its first step runs; nothing here runs anything.
 */
package dev.phase.plan;
