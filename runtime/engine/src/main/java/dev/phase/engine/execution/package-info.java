/**
 * Runs plans: each step once, under a lock that one command holds at a time, and so that it can be
 * killed at any point and run again.
 */
package dev.phase.engine.execution;
