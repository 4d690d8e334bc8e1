/** What Phase remembers in the target database: the window, the changes, the plans and their steps. */
package dev.phase.engine.state;
