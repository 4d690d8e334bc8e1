/**
 * What applications see of a live window: version schemas with their views, and the triggers that keep
 * all representations in step. {@link dev.phase.compat.CompatViews} is the way in.
 */
package dev.phase.compat;
