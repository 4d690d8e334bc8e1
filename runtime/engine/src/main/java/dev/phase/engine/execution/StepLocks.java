package dev.phase.engine.execution;

import dev.phase.plan.Lock;
import dev.phase.plan.SqlStep;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlResource;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How long a step in a transaction may wait for each of its locks.
 *
 * <p>A step that holds one table and waits for another may be in a deadlock with a session that
 * came to them in the other order. PostgreSQL ends it where it is noticed first: in the session
 * that has waited for {@code deadlock_timeout}. So that this is never an application's, all waits
 * of such a step together are shorter, the one for its first lock included: applications queue
 * from then on. Only that one may also be longer, and has to be: autovacuum gives way to nobody
 * who has not waited for {@code deadlock_timeout}. After it, the step goes on only if it need not
 * wait again.
 */
final class StepLocks {

  private static final double SHARE_OF_DEADLOCK_TIMEOUT = 0.8;
  private static final String RELATIONS = SqlResource.text(StepLocks.class, "step-relations.sql");

  private final Connection connection;
  private final StepSettings settings;
  private final Duration most;

  StepLocks(Connection connection, StepSettings settings, LockPolicy policy) {
    this.connection = connection;
    this.settings = settings;
    this.most = policy.timeout();
  }

  /**
   * What a step locks, partitions and children included.
   *
   * @param blocks whether applications wait for it
   * @param lockable whether LOCK TABLE can do it, for that relation alone
   */
  private record Relation(
      QualifiedName name, Lock announced, boolean blocks, boolean lockable, long deadlockTimeout) {

    Sql lock() {
      return Sql.of(
          "LOCK TABLE ONLY %s IN %s MODE", name, new Sql(announced.level().toString()));
    }
  }

  /** Takes the first lock, and lets the statements wait for the others for what time is left. */
  void begin(SqlStep step) throws SQLException {
    List<Lock> locks = step.locks().stream().filter(lock -> lock.level().blocksDdl()).toList();
    List<Relation> relations = locks.isEmpty() ? List.of() : relations(locks);
    if (relations.isEmpty()) {
      return;
    }
    Relation first = relations.get(0);
    long waits = relations.stream().filter(Relation::blocks).count();
    long start = System.nanoTime();
    if (first.lockable()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(first.lock().sql());
      }
      waits -= first.blocks() ? 1 : 0;
    } else if (waits < 2) {
      return;
    }
    double all = Math.min(most.toMillis(), first.deadlockTimeout() * SHARE_OF_DEADLOCK_TIMEOUT);
    double left = all - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    long each = (long) (left / Math.max(1, waits));
    settings.lockTimeout(Duration.ofMillis(Math.max(1, each)));
  }

  /** Those that autovacuum works on come first, then as the step takes them. */
  private List<Relation> relations(List<Lock> locks) throws SQLException {
    List<Relation> relations = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(RELATIONS)) {
      statement.setArray(1, texts(locks.stream().map(l -> l.relation().schema().value())));
      statement.setArray(2, texts(locks.stream().map(l -> l.relation().name().value())));
      statement.setArray(
          3,
          connection.createArrayOf(
              "boolean", locks.stream().map(l -> l.level().blocksWriters()).toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          relations.add(
              new Relation(
                  new QualifiedName(
                      Identifier.of(row.getString("nspname")),
                      Identifier.of(row.getString("relname"))),
                  locks.get(row.getInt("place") - 1),
                  row.getBoolean("blocks"),
                  row.getBoolean("lockable"),
                  row.getLong("deadlock_timeout")));
        }
      }
    }
    return relations;
  }

  private Array texts(Stream<String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }
}
