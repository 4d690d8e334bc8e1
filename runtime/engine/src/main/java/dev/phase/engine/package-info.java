/**
 * What users do with Phase, one method of {@link dev.phase.engine.Engine} per verb. This package and
 * those below it are the only ones that touch the target database, besides the backfill.
 */
package dev.phase.engine;
