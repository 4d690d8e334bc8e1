/**
 * Workers: processes that take part in backfills and finish what was left to them. Quartz only says
 * when to look for work; what may run together, the backfill's own ledger decides.
 */
package dev.phase.worker;
