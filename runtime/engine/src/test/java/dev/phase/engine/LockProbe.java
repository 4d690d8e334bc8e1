package dev.phase.engine;

import dev.phase.engine.execution.Listener;
import dev.phase.plan.Lock;
import dev.phase.plan.LockLevel;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Step;
import dev.phase.plan.SweepStep;
import dev.phase.planning.Plan;
import dev.phase.testkit.Database;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the locks that each step announces with those that it holds at its end.
 *
 * <p>A trigger on Phase's own tables looks into {@code pg_locks}, for the step's session and in its
 * transaction. A concurrent statement is held up by an older transaction, and looked at meanwhile.
 */
final class LockProbe implements Listener, AutoCloseable {

  private static final Map<String, LockLevel> MODES = new HashMap<>();

  static {
    for (LockLevel level : LockLevel.values()) {
      MODES.put(level.toString().replace(" ", "") + "LOCK", level);
    }
  }

  private final Database database;
  private final Connection connection;
  private final List<String> problems = new ArrayList<>();
  private Plan plan;
  private Map<Long, Relation> before;
  private Optional<ConcurrentProbe> concurrent = Optional.empty();

  /**
   * @param partOf the table of an index or an owned sequence, which is only reached through it
   */
  private record Relation(String name, String kind, Optional<Long> partOf) {

    /** Whether this is how a sequence is counted on, as by a default that a user wrote. */
    boolean isCounting(Optional<LockLevel> level) {
      return kind.equals("S") && level.equals(Optional.of(LockLevel.ROW_EXCLUSIVE));
    }
  }

  LockProbe(Database database) throws Exception {
    this.database = database;
    this.connection = database.connect();
    database.run(resource("lock-probe.sql"));
  }

  /** What was announced but not taken, or taken but not announced. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  @Override
  public void started(Plan started, boolean resumed) {
    plan = started;
  }

  @Override
  public void started(Step step) {
    try {
      before = relations();
      try (Statement statement = connection.createStatement()) {
        statement.execute("DELETE FROM probe.seen");
      }
      if (step instanceof SqlStep sql && sql.statements().get(0).isConcurrent()) {
        concurrent = Optional.of(new ConcurrentProbe(database, step.locks().get(0).relation()));
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void finished(Step step, Duration took) {
    try {
      if (concurrent.isPresent()) {
        boolean seen = concurrent.get().finish();
        concurrent = Optional.empty();
        if (!seen && step.id().startsWith("drop-index:")) {
          // There was none to drop.
          return;
        }
      }
      if (!step.id().startsWith("sql:")) {
        compare(step);
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void compare(Step step) throws Exception {
    Map<Long, LockLevel> taken = taken();
    if (step instanceof SweepStep && before.keySet().stream().noneMatch(taken::containsKey)) {
      // A table without rows is not swept.
      return;
    }
    Map<Long, Relation> after = relations();
    Map<Long, LockLevel> announced = new HashMap<>();
    for (Lock lock : step.locks()) {
      oid(lock, before)
          .or(() -> oid(lock, after))
          .ifPresentOrElse(
              oid -> announced.merge(oid, lock.level(), LockProbe::stronger),
              () -> problem(step, "announces %s, which is not there".formatted(lock)));
    }
    before.forEach(
        (oid, relation) -> {
          Optional<LockLevel> says = Optional.ofNullable(announced.get(oid));
          Optional<LockLevel> takes = Optional.ofNullable(taken.get(oid));
          if (!says.equals(takes)
              && !isCovered(relation, takes, taken)
              && !relation.isCounting(takes)) {
            problem(
                step,
                "%s: announces %s, takes %s"
                    .formatted(relation.name(), text(says), text(takes)));
          }
        });
  }

  /** Whoever waits for the part waits for its table first. */
  private static boolean isCovered(
      Relation part, Optional<LockLevel> level, Map<Long, LockLevel> taken) {
    Optional<LockLevel> table = part.partOf().map(taken::get);
    return table.isPresent() && level.isPresent() && table.get().compareTo(level.get()) >= 0;
  }

  private void problem(Step step, String what) {
    problems.add("%s, step %s: %s".formatted(plan.move(), step.id(), what));
  }

  private static String text(Optional<LockLevel> level) {
    return level.map(LockLevel::toString).orElse("nothing");
  }

  private static LockLevel stronger(LockLevel a, LockLevel b) {
    return a.compareTo(b) < 0 ? b : a;
  }

  private static Optional<Long> oid(Lock lock, Map<Long, Relation> relations) {
    return relations.entrySet().stream()
        .filter(relation -> relation.getValue().name().equals(lock.relation().toString()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private Map<Long, LockLevel> taken() throws SQLException {
    Map<Long, LockLevel> taken = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT DISTINCT relation, mode FROM probe.seen")) {
      while (row.next()) {
        LockLevel level = MODES.get(row.getString("mode").toUpperCase(Locale.ROOT));
        taken.merge(row.getLong("relation"), level, LockProbe::stronger);
      }
    }
    return taken;
  }

  private Map<Long, Relation> relations() throws Exception {
    Map<Long, Relation> relations = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(resource("lock-probe-relations.sql"))) {
      while (row.next()) {
        relations.put(
            row.getLong("oid"),
            new Relation(
                row.getString("nspname") + "." + row.getString("relname"),
                row.getString("relkind"),
                Optional.ofNullable(row.getObject("part_of", Long.class))));
      }
    }
    return relations;
  }

  static String resource(String name) throws Exception {
    try (var in = LockProbe.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws SQLException {
    if (concurrent.isPresent()) {
      concurrent.get().finish();
    }
    connection.close();
  }
}
