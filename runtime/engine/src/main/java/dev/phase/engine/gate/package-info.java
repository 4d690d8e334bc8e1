/** What must hold before the tail of the live window moves, and who is still on its versions. */
package dev.phase.engine.gate;
