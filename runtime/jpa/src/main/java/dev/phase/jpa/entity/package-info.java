/**
 * Holds Hibernate's entities against what a version looks like, without a database: for a test in the
 * application's own build, and for drafts of change files.
 */
package dev.phase.jpa.entity;
