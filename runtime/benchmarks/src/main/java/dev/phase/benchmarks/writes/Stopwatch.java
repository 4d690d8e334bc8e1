package dev.phase.benchmarks.writes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Measures how long a session's server process has worked: its time on a CPU where the server is on
 * this machine and Linux tells it, so that others on the machine disturb less; else the clock.
 */
final class Stopwatch {

  private final Path schedule;

  private Stopwatch(Path schedule) {
    this.schedule = schedule;
  }

  static Stopwatch of(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return new Stopwatch(Path.of("/proc/%d/schedstat".formatted(row.getInt(1))));
    }
  }

  boolean isOfCpu() {
    return Files.isReadable(schedule);
  }

  double millis() {
    if (!isOfCpu()) {
      return System.nanoTime() / 1e6;
    }
    try {
      return Long.parseLong(Files.readString(schedule).split(" ")[0]) / 1e6;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
