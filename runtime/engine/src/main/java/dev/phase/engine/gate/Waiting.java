package dev.phase.engine.gate;

/** Something that the next movement waits for; a part of {@code phase status -o json}. */
public record Waiting(String gate, String detail) {}
