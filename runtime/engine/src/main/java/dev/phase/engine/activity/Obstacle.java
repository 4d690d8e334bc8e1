package dev.phase.engine.activity;

import java.time.Instant;
import java.util.List;

/**
 * Something that a step would wait for, or that keeps old rows; a part of {@code plan -o json}.
 *
 * @param kind what it is
 * @param name of a session its pid, else its own name
 * @param user the database's; empty where there is none
 * @param application as it calls itself; empty where it does not
 * @param state of a session: active, idle in transaction, …; else empty
 * @param since when its transaction began, on the database's clock; of a slot, of the look at it
 * @param seconds for how long, by then
 * @param query its present or last statement; may be cut, or empty
 * @param locks which of the tables that were asked about it has locked
 */
public record Obstacle(
    Kind kind,
    String name,
    String user,
    String application,
    String state,
    Instant since,
    long seconds,
    String query,
    List<String> locks) {

  /** What keeps a transaction or a snapshot open. */
  public enum Kind {
    SESSION,
    PREPARED_TRANSACTION,
    REPLICATION_SLOT
  }

  public Obstacle {
    locks = List.copyOf(locks);
  }

  /** Whether it is a session that has locked one of the tables. */
  public boolean isLocking() {
    return !locks.isEmpty();
  }

  /** One sentence: who, since when, what. */
  public String describe() {
    return switch (kind) {
      case SESSION ->
          "Session %s (%s, %s, %s) %s since %s, %d s ago%s"
              .formatted(
                  name,
                  user,
                  application.isEmpty() ? "no name" : application,
                  state,
                  isLocking()
                      ? "has locked " + String.join(", ", locks)
                      : "has been in a transaction",
                  since,
                  seconds,
                  query.isEmpty() ? "." : ": " + query);
      case PREPARED_TRANSACTION ->
          "Prepared transaction %s (%s) has waited for its end since %s, %d s ago."
              .formatted(name, user, since, seconds);
      case REPLICATION_SLOT ->
          "Replication slot %s keeps the old rows of more than a million transactions."
              .formatted(name);
    };
  }
}
