package dev.phase.need;

import static java.util.Objects.requireNonNull;

import dev.phase.plan.Source;

/**
 * Which of several ways an operation takes, and why.
 *
 * @param source the operation
 * @param text for a reader, a sentence or two
 */
public record Decision(Source source, String text) {

  public Decision {
    requireNonNull(source, "source is null");
    requireNonNull(text, "text is null");
  }
}
