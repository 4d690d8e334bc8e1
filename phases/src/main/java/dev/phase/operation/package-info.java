/**
 * The operations of a change file, one record each: its fields, its checks and what it needs. The
 * kinds are the permitted subclasses of {@link dev.phase.operation.Operation}; there is no other
 * list of them.
 */
package dev.phase.operation;
