package dev.phase.engine;

import dev.phase.testkit.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One application that writes and reads its own orders through one version, as fast as it can, and
 * remembers what they should be. It waits for locks as long as it takes.
 */
final class Writer implements Runnable {

  private static final int CUSTOMERS = 20;

  private final Database database;
  private final Face face;
  private final boolean qualified;
  private final Duration pause;
  private final long firstId;
  private final Random random;
  private final Map<Long, List<String>> rows = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private final List<String> mismatches = new ArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopped;
  private long statements;
  private long next;

  /**
   * @param qualified names the version in each statement, rather than in the search_path
   * @param number tells its orders from those of others
   * @param pause between two statements
   */
  Writer(Database database, Face face, boolean qualified, int number, Duration pause) {
    this.database = database;
    this.face = face;
    this.qualified = qualified;
    this.pause = pause;
    this.firstId = 1_000_000L * (number + 1);
    this.next = firstId;
    this.random = new Random(number);
  }

  void stop() {
    stopped = true;
  }

  void awaitEnd() throws InterruptedException {
    ended.await();
  }

  long statements() {
    return statements;
  }

  /** The statements that failed. */
  List<String> failures() {
    return failures;
  }

  /** Where it did not read what it had written. */
  List<String> mismatches() {
    return mismatches;
  }

  /** How many orders there must be of it. */
  int orders() {
    return rows.size();
  }

  @Override
  public void run() {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      if (!qualified) {
        statement.execute("SET search_path = " + face.path());
      }
      while (!stopped) {
        step(connection, statement);
        TimeUnit.NANOSECONDS.sleep(pause.toNanos());
      }
      compare(statement);
    } catch (SQLException e) {
      failures.add(this + " has lost its connection: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  private void step(Connection connection, Statement statement) throws SQLException {
    int choice = rows.isEmpty() ? 0 : random.nextInt(8);
    long id = choice == 0 ? next++ : random.nextLong(firstId, next);
    List<String> values = face.values(id, random);
    switch (choice) {
      case 0, 1 -> {
        if (rows.containsKey(id)) {
          update(statement, id, values);
        } else {
          run(statement, insert(id, values), id, values);
        }
      }
      case 2 -> run(statement, upsert(id, values), id, values);
      case 3 -> update(statement, id, values);
      case 4 -> {
        if (run(statement, "DELETE FROM %s WHERE id = %d".formatted(table(), id))) {
          rows.remove(id);
        }
      }
      case 5 -> together(connection, statement, id, values, true);
      case 6 -> together(connection, statement, id, values, false);
      default -> compare(statement);
    }
  }

  /** Two tables in one transaction, in either order. */
  private void together(
      Connection connection, Statement statement, long id, List<String> values, boolean orderFirst)
      throws SQLException {
    String visit =
        "UPDATE %s SET visits = visits + 1 WHERE id = %d"
            .formatted(customers(), random.nextInt(1, CUSTOMERS + 1));
    String order = upsert(id, values);
    connection.setAutoCommit(false);
    try {
      if (run(statement, orderFirst ? order : visit)
          && run(statement, orderFirst ? visit : order)) {
        connection.commit();
        rows.put(id, values);
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private void update(Statement statement, long id, List<String> values) {
    List<String> present = rows.get(id);
    if (present == null) {
      return;
    }
    int field = random.nextInt(values.size());
    List<String> changed = new ArrayList<>(present);
    changed.set(field, values.get(field));
    run(
        statement,
        "UPDATE %s SET %s = '%s' WHERE id = %d"
            .formatted(table(), face.columns().get(field), values.get(field), id),
        id,
        changed);
  }

  private String insert(long id, List<String> values) {
    return "INSERT INTO %s (id, customer_id, %s) VALUES (%d, %d, '%s')"
        .formatted(
            table(),
            String.join(", ", face.columns()),
            id,
            id % CUSTOMERS + 1,
            String.join("', '", values));
  }

  private String upsert(long id, List<String> values) {
    List<String> set = face.columns().stream().map(c -> c + " = excluded." + c).toList();
    return "%s ON CONFLICT (id) DO UPDATE SET %s"
        .formatted(insert(id, values), String.join(", ", set));
  }

  private void run(Statement statement, String sql, long id, List<String> values) {
    if (run(statement, sql)) {
      rows.put(id, values);
    }
  }

  private boolean run(Statement statement, String sql) {
    statements++;
    try {
      statement.execute(sql);
      return true;
    } catch (SQLException e) {
      failures.add("%s: %s: %s".formatted(this, sql, e.getMessage()));
      return false;
    }
  }

  /** What it reads is what it wrote. */
  private void compare(Statement statement) throws SQLException {
    String sql =
        "SELECT id, %s FROM %s WHERE id BETWEEN %d AND %d ORDER BY id"
            .formatted(String.join(", ", face.columns()), table(), firstId, next);
    statements++;
    Map<Long, List<String>> found = new TreeMap<>();
    try (ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (String column : face.columns()) {
          values.add(result.getString(column));
        }
        found.put(result.getLong("id"), values);
      }
    } catch (SQLException e) {
      failures.add("%s: %s: %s".formatted(this, sql, e.getMessage()));
      return;
    }
    if (!found.equals(rows)) {
      mismatches.add("%s wrote %s, and reads %s".formatted(this, rows, found));
    }
  }

  private String table() {
    return qualified ? face.schema() + "." + face.table() : face.table();
  }

  private String customers() {
    return qualified ? face.customersSchema() + ".customers" : "customers";
  }

  @Override
  public String toString() {
    return "A writer of " + face + (qualified ? " by name" : " by path");
  }
}
