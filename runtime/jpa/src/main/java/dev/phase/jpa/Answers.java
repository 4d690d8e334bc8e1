package dev.phase.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;
import org.postgresql.PGConnection;

/** Which connections to the server have given the right answer a short while ago. */
final class Answers {

  /**
   * @param searchPath as the server reported it then; null before PostgreSQL 18, which is the first
   *     one to report it
   */
  private record Answer(long nanos, String searchPath) {}

  private final long interval;
  private final LongSupplier nanoTime;
  private final Map<PGConnection, Answer> last =
      Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * @param interval how long an answer counts; zero where none does
   * @throws IllegalArgumentException where it is negative
   */
  Answers(Duration interval, LongSupplier nanoTime) {
    if (interval.isNegative()) {
      throw new IllegalArgumentException(
          "An answer cannot count for %s. Choose a time, or zero to ask each time."
              .formatted(interval));
    }
    this.interval = interval.toNanos();
    this.nanoTime = nanoTime;
  }

  /** Whether the connection's last answer was right and still counts. */
  boolean count(Connection connection) throws SQLException {
    if (interval == 0 || !connection.isWrapperFor(PGConnection.class)) {
      return false;
    }
    PGConnection server = connection.unwrap(PGConnection.class);
    Answer answer = last.get(server);
    return answer != null
        && nanoTime.getAsLong() - answer.nanos() < interval
        && Objects.equals(answer.searchPath(), searchPath(server));
  }

  /** After the right answer. */
  void add(Connection connection) throws SQLException {
    if (interval > 0 && connection.isWrapperFor(PGConnection.class)) {
      PGConnection server = connection.unwrap(PGConnection.class);
      last.put(server, new Answer(nanoTime.getAsLong(), searchPath(server)));
    }
  }

  private static String searchPath(PGConnection server) {
    return server.getParameterStatus("search_path");
  }
}
