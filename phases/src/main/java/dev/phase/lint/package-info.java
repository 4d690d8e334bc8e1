/**
 * Warns of what is valid and still dangerous: SQL that only its author can make safe, and choices that
 * are regretted later. Pure; needs no database.
 */
package dev.phase.lint;
