/**
 * The only way SQL text is made: names, types, literals and user expressions are values of their own,
 * and {@link dev.phase.sql.Sql} puts them into a template.
 */
package dev.phase.sql;
