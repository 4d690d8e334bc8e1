package dev.phase.config;

import static java.util.Objects.requireNonNull;

/** A text that no message, log or toString shows. */
record Secret(String value) {

  Secret {
    requireNonNull(value, "value is null");
  }

  @Override
  public String toString() {
    return "***";
  }
}
