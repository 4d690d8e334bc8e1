/** Looks for what stands in the way of the next advance, before it begins. */
package dev.phase.engine.doctor;
