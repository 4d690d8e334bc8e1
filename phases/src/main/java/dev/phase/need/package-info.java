/**
 * What operations need: columns, sync rules, indexes, constraints and their removal. Each need knows
 * the SQL that makes it, proves it, makes it permanent and takes it away again; it names tables by
 * key, so that it stays true when a contract renames a base table.
 */
package dev.phase.need;
