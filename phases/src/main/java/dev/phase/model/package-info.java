/**
 * What a version looks like, from files alone: a snapshot of the schema as it once was, and the
 * changes that were made since. For checks that have no database at hand.
 */
package dev.phase.model;
