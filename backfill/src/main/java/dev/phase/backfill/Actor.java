package dev.phase.backfill;

import static java.util.Objects.requireNonNull;

/** Who asks, and on which machine, for the audit. */
public record Actor(String name, String host) {

  public Actor {
    requireNonNull(name, "name is null");
    requireNonNull(host, "host is null");
  }

  @Override
  public String toString() {
    return name + "@" + host;
  }
}
