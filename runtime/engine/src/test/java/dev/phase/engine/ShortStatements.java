package dev.phase.engine;

import dev.phase.testkit.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An application that reads and writes single users of the base table, and looks at its watch. */
final class ShortStatements implements Runnable {

  private final Database database;
  private final int number;
  private final List<Long> reads = new ArrayList<>();
  private final List<Long> writes = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopped;

  ShortStatements(Database database, int number) {
    this.database = database;
    this.number = number;
  }

  void stop() throws InterruptedException {
    stopped = true;
    ended.await();
  }

  List<String> failures() {
    return failures;
  }

  @Override
  public void run() {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (int id = number; !stopped; id = (id + 7) % 100) {
        measure(statement, "SELECT name FROM users WHERE id = " + id, reads);
        measure(statement, "UPDATE users SET visits = visits + 1 WHERE id = " + id, writes);
        TimeUnit.MILLISECONDS.sleep(2);
      }
    } catch (SQLException e) {
      failures.add(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  private void measure(Statement statement, String sql, List<Long> times) {
    long begun = System.nanoTime();
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      failures.add(sql + ": " + e.getMessage());
    }
    times.add(System.nanoTime() - begun);
  }

  /** How long the statements took, as a table in Markdown. */
  static String table(List<ShortStatements> applications, int lockTimeoutMillis) {
    return """
        | statements, lock_timeout %d ms | number | median | p99 | longest |
        | --- | --- | --- | --- | --- |
        %s
        %s"""
        .formatted(
            lockTimeoutMillis,
            row("SELECT", applications.stream().flatMap(a -> a.reads.stream())),
            row("UPDATE", applications.stream().flatMap(a -> a.writes.stream())));
  }

  private static String row(String what, Stream<Long> nanos) {
    List<Long> sorted = nanos.sorted().toList();
    return "| %s | %d | %.1f ms | %.1f ms | %.1f ms |"
        .formatted(
            what,
            sorted.size(),
            share(sorted, 0.5),
            share(sorted, 0.99),
            share(sorted, 1));
  }

  private static double share(List<Long> sorted, double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
  }
}
