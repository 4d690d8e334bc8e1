/** Looks afterwards whether everything that the live versions promise holds; changes nothing. */
package dev.phase.engine.verify;
