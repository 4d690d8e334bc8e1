/** What can go wrong, in words for the user and numbers for scripts. */
package dev.phase.engine.failure;
