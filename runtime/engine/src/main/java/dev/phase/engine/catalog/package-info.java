/**
 * Reads the schema model from PostgreSQL's catalog, and lets PostgreSQL judge what is only planned in
 * transactions that are rolled back. Nothing here changes the database.
 */
package dev.phase.engine.catalog;
