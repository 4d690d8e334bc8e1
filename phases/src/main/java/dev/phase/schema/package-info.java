/**
 * The schema model: what tables look like to one version, and in which physical columns, indexes and
 * constraints of the base tables that version's names are kept.
 */
package dev.phase.schema;
