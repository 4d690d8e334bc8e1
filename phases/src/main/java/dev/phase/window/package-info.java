/** The live window: the versions that applications may use, oldest to newest, as a value. */
package dev.phase.window;
