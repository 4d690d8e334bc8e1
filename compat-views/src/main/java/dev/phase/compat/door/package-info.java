/**
 * Doors: the schema of a version with one view for each table whose shape differs from the base
 * table's. A closed door has the same views, but they only raise.
 */
package dev.phase.compat.door;
