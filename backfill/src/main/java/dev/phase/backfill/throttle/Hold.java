package dev.phase.backfill.throttle;

/** Why a backfill waits. */
public record Hold(Signal cause, String reason) {}
