package dev.phase.engine.state;

import dev.phase.planning.Move;

/**
 * A movement that was begun and neither finished nor abandoned.
 *
 * @param stuck whether it would fail again by itself: on the data, on a name, or on a privilege
 */
public record Unfinished(Move move, String version, boolean stuck) {}
