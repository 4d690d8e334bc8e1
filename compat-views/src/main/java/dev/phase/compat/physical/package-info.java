/** What the base table itself has, as far as the window tells it. */
package dev.phase.compat.physical;
