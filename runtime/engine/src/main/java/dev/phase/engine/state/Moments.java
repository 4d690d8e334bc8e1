package dev.phase.engine.state;

import java.time.Instant;
import java.util.Optional;

/** When a version was published and, unless it was restored since, retired; on the database's clock. */
public record Moments(Optional<Instant> published, Optional<Instant> retired) {}
