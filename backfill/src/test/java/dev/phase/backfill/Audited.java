package dev.phase.backfill;

import static dev.phase.backfill.Bench.fill;
import static dev.phase.backfill.Bench.request;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** A table that counts how often each row is converted, and processes that convert it. */
final class Audited {

  static final int ROWS = 20_000;

  /** The status of a process that ended before the run did. */
  static final int NOT_DONE = 3;

  /** Short leases, so that a test need not wait for long. */
  static final SweepRequest REQUEST =
      request(
          new BatchSettings(20, Duration.ZERO, Duration.ZERO, 1).withLease(Duration.ofSeconds(1)),
          "t",
          fill("b", "int", "a * 2"));

  private final String url;
  private final String user;
  private final String password;

  Audited(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  void create(String idColumn) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      for (var sql : Backfill.schema()) {
        statement.execute(sql.sql());
      }
      statement.execute("CREATE TABLE t (" + idColumn + ", a int, b int)");
      statement.execute("INSERT INTO t SELECT i, i FROM generate_series(1, " + ROWS + ") AS i");
      statement.execute("CREATE TABLE audit (id int)");
      statement.execute(
          "CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS"
              + " 'BEGIN INSERT INTO audit VALUES (new.id); RETURN NULL; END'");
      statement.execute(
          "CREATE TRIGGER audit AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION audit()");
      // Also for a superuser, who would silence it.
      statement.execute("ALTER TABLE t ENABLE ALWAYS TRIGGER audit");
    }
  }

  Outcome run() {
    return new Backfill(Jdbi.create(this::connect), Clock.systemUTC(), Sleeper.system())
        .run(REQUEST, ProgressListener.none(), StopSignal.never());
  }

  long number(String query) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Rows, rows that are wrong, conversions, rows converted. */
  List<Long> counts() throws SQLException {
    List<Long> counts = new ArrayList<>();
    counts.add(number("SELECT count(*) FROM t"));
    counts.add(number("SELECT count(*) FROM t WHERE b IS DISTINCT FROM a * 2"));
    counts.add(number("SELECT count(*) FROM audit"));
    counts.add(number("SELECT count(DISTINCT id) FROM audit"));
    return counts;
  }

  static List<Long> eachOnce() {
    return List.of((long) ROWS, 0L, (long) ROWS, (long) ROWS);
  }

  long converted() throws SQLException {
    return number("SELECT count(b) FROM t");
  }

  /** Waits until so many rows are converted, and the process still runs. */
  long await(long rows, Process process) throws Exception {
    while (process.isAlive()) {
      long converted = converted();
      if (converted >= rows) {
        return converted;
      }
      Thread.sleep(5);
    }
    throw new AssertionError("The process ended with status " + process.exitValue());
  }

  Process start() throws Exception {
    String java = ProcessHandle.current().info().command().orElseThrow();
    return new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            Audited.class.getName(),
            url,
            user,
            password)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  static void signal(Process process, String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  static Set<Integer> exits(List<Process> processes) throws InterruptedException {
    for (Process process : processes) {
      process.waitFor();
    }
    return processes.stream().map(Process::exitValue).collect(Collectors.toSet());
  }

  /** A process that converts the table. */
  public static void main(String[] arguments) {
    Outcome outcome = new Audited(arguments[0], arguments[1], arguments[2]).run();
    System.exit(outcome == Outcome.DONE ? 0 : NOT_DONE);
  }
}
