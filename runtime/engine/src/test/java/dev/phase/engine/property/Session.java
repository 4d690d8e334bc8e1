package dev.phase.engine.property;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A client with its transaction, and what it is bound to read. */
final class Session {

  private final Client client;
  private final Map<String, Row> committed;
  private final Map<String, Optional<Row>> written = new HashMap<>();
  private Optional<Map<String, Optional<Row>>> saved = Optional.empty();
  private boolean inTransaction;

  Session(Client client, Map<String, Row> committed) {
    this.client = client;
    this.committed = committed;
  }

  Client client() {
    return client;
  }

  boolean inTransaction() {
    return inTransaction;
  }

  /** Keys of rows that no other session can write now. */
  Set<String> locked() {
    return written.keySet();
  }

  /** The model: what was committed, and what this transaction has done to it. */
  Map<String, Row> rows() {
    Map<String, Row> rows = new TreeMap<>(committed);
    written.forEach(
        (key, row) -> row.ifPresentOrElse(r -> rows.put(key, r), () -> rows.remove(key)));
    return rows;
  }

  String beginOrCommit(int number) throws SQLException {
    if (inTransaction) {
      commitIfOpen();
      return "/* session %d */ COMMIT".formatted(number);
    }
    client.run("BEGIN");
    inTransaction = true;
    return "/* session %d */ BEGIN".formatted(number);
  }

  /** Sets a savepoint in a transaction, or goes back to the one that is there. */
  String savepoint(int number) throws SQLException {
    if (!inTransaction) {
      return "/* session %d */".formatted(number);
    }
    String sql = saved.isEmpty() ? "SAVEPOINT s" : "ROLLBACK TO SAVEPOINT s";
    client.run(sql);
    if (saved.isEmpty()) {
      saved = Optional.of(Map.copyOf(written));
    } else {
      written.clear();
      written.putAll(saved.get());
    }
    return "/* session %d */ %s".formatted(number, sql);
  }

  String rollback(int number) throws SQLException {
    if (inTransaction) {
      client.run("ROLLBACK");
      written.clear();
      inTransaction = false;
      saved = Optional.empty();
    }
    return "/* session %d */ ROLLBACK".formatted(number);
  }

  void commitIfOpen() throws SQLException {
    if (inTransaction) {
      client.run("COMMIT");
      inTransaction = false;
      saved = Optional.empty();
    }
    flush();
  }

  private void flush() {
    written.forEach(
        (key, row) -> row.ifPresentOrElse(r -> committed.put(key, r), () -> committed.remove(key)));
    written.clear();
  }

  /** Runs a statement and checks every row. */
  void run(Scene scene, Statement statement) throws SQLException {
    for (String setting : statement.session()) {
      client.run(setting);
    }
    List<Map<String, String>> returned = client.run(statement.sql());
    Map<String, Row> before = rows();
    Map<String, Row> after = client.read(scene);
    Set<String> expected = new TreeSet<>(before.keySet());
    expected.addAll(statement.inserted().keySet());
    statement.deleted().forEach(expected::remove);
    if (!expected.equals(after.keySet())) {
      throw new AssertionError("There are the rows %s instead of %s".formatted(after.keySet(), expected));
    }
    for (Map<String, String> row : returned) {
      expectRead(scene, statement.version(), row, after);
    }
    for (String key : expected) {
      check(scene, statement, before.get(key), after.get(key), key);
    }
    statement.touched().keySet().forEach(key -> written.put(key, Optional.ofNullable(after.get(key))));
    if (!inTransaction) {
      flush();
    }
  }

  /** What a statement returns is what its version then reads. */
  private static void expectRead(
      Scene scene, int version, Map<String, String> returned, Map<String, Row> rows) {
    Row row = rows.get(returned.get(scene.shape(version).key().name()));
    Map<String, String> read = row.seen().get(scene.version(version).name());
    if (read != null && !read.equals(returned)) {
      throw new AssertionError("It returns %s, but its version reads %s".formatted(returned, read));
    }
  }

  private void check(Scene scene, Statement statement, Row before, Row after, String key) {
    Checks checks = new Checks(scene, statement);
    if (statement.inserted().containsKey(key)) {
      checks.inserted(after);
    } else if (statement.updated().containsKey(key)) {
      checks.updated(before, after, statement.updated().get(key));
    } else if (!before.equals(after)) {
      checks.problems().add("it was not written, but changed");
    }
    for (int version = 0; version <= scene.newest(); version++) {
      if (scene.isOpen(version) && !after.seen().containsKey(scene.version(version).name())) {
        checks.problems().add(scene.version(version) + " does not see it");
      }
    }
    if (!checks.problems().isEmpty()) {
      throw new AssertionError(
          "Row %s: %s\n  before %s\n  after  %s"
              .formatted(key, String.join("; ", checks.problems()), before, after));
    }
  }

  /** Whatever others do, this session reads what its model says. */
  void expectUnchanged(Scene scene) throws SQLException {
    Map<String, Row> expected = rows();
    Map<String, Row> actual = client.read(scene);
    if (!expected.equals(actual)) {
      throw new AssertionError(
          "Session reads\n  %s\ninstead of\n  %s".formatted(actual, expected));
    }
  }
}
