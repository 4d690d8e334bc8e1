/**
 * The application's side: which version it was built for, connections that lead to that version and
 * to no other, and whether the version is there yet. Nothing here ever changes a schema.
 */
package dev.phase.jpa;
