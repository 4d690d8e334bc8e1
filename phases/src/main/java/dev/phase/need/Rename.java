package dev.phase.need;

import dev.phase.sql.Identifier;

/**
 * A name that a contract changes, so that later versions find their columns under it.
 *
 * @param kind what is renamed
 */
public record Rename(Kind kind, Identifier from, Identifier to) {

  /** What is renamed. */
  public enum Kind {
    TABLE,
    COLUMN,
    INDEX,
    CONSTRAINT
  }

  /** The name after this rename. */
  public Identifier apply(Kind of, Identifier name) {
    return kind == of && name.equals(from) ? to : name;
  }
}
