package dev.phase.engine.state;

import dev.phase.planning.Move;

/** A movement that was begun and neither finished nor abandoned. */
public record Unfinished(Move move, String version) {}
