package dev.phase.backfill.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@PostgresTest
class ThrottleTest {

  private static final QualifiedName TABLE =
      new QualifiedName(Identifier.of("public"), Identifier.of("t"));

  private final Database database;
  private final SettableClock clock = new SettableClock();

  ThrottleTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void createTable() throws SQLException {
    database.run("CREATE TABLE t (id int)", "CREATE TABLE load (busy float)");
  }

  private Optional<Hold> look(Throttle throttle) {
    try {
      return Jdbi.create(database::connect).inTransaction(throttle::look);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private Throttle throttle(Limits limits) {
    return new Throttle(limits, TABLE, clock);
  }

  private static Limits limit(Signal signal, double most) {
    return new Limits(Map.of(signal, most), Optional.empty(), Optional.empty(), Set.of());
  }

  private static Limits query(String sql, Signal... optional) {
    return new Limits(Map.of(), Optional.empty(), Optional.of(new Sql(sql)), Set.of(optional));
  }

  @ParameterizedTest
  @EnumSource(
      value = Signal.class,
      names = {"WINDOW", "QUERY", "ACTIVE_SESSIONS"},
      mode = EnumSource.Mode.EXCLUDE)
  void letsWorkWhereNothingIsWrong(Signal signal) {
    assertEquals(Optional.empty(), look(throttle(limit(signal, 1e15))));
  }

  @Test
  void waitsForLocksUntilFewerThanHalfOfTheLimitWaitForThem() throws Exception {
    Throttle throttle = throttle(limit(Signal.LOCK_WAITERS, 3));
    ExecutorService sessions = Executors.newCachedThreadPool();
    try (Connection holder = database.connect()) {
      holder.setAutoCommit(false);
      holder.createStatement().execute("LOCK TABLE t");
      awaitWaiters(sessions, 2);
      assertEquals(Optional.empty(), look(throttle));
      awaitWaiters(sessions, 3);
      assertEquals(
          Optional.of("sessions waiting for a lock on the table 3, limit 3"),
          look(throttle).map(Hold::reason));
      awaitWaiters(sessions, 2);
      assertTrue(look(throttle).isPresent());
      assertEquals(Optional.empty(), look(throttle(limit(Signal.LOCK_WAITERS, 3))));
      awaitWaiters(sessions, 1);
      assertEquals(Optional.empty(), look(throttle));
      holder.rollback();
    } finally {
      sessions.shutdown();
      assertTrue(sessions.awaitTermination(1, TimeUnit.MINUTES));
    }
  }

  /** Starts or cancels sessions that wait for the table until there are so many. */
  private void awaitWaiters(ExecutorService sessions, int wanted) throws Exception {
    String waiters = " FROM pg_locks WHERE relation = 't'::regclass AND NOT granted";
    int present = Integer.parseInt(database.queryOne("SELECT count(*)" + waiters));
    for (int i = present; i < wanted; i++) {
      sessions.submit(() -> run("LOCK TABLE t IN SHARE MODE"));
    }
    for (int i = wanted; i < present; i++) {
      database.rows("SELECT pg_cancel_backend(pid)" + waiters + " LIMIT 1");
      Thread.sleep(50);
    }
    while (Integer.parseInt(database.queryOne("SELECT count(*)" + waiters)) != wanted) {
      Thread.sleep(5);
    }
  }

  private void run(String sql) {
    try (Connection connection = database.connect();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(sql);
    } catch (SQLException e) {
      // Cancelled: only that it waits matters.
    }
  }

  @Test
  void waitsWhileTheTableIsVacuumed() throws SQLException {
    Throttle throttle = throttle(limit(Signal.VACUUM, 1));
    try (Connection vacuum = database.connect()) {
      vacuum.setAutoCommit(false);
      vacuum.createStatement().execute("LOCK TABLE t IN SHARE UPDATE EXCLUSIVE MODE");
      assertEquals(Optional.of("vacuum of the table"), look(throttle).map(Hold::reason));
      vacuum.rollback();
    }
    assertEquals(Optional.empty(), look(throttle));
  }

  @Test
  void seesOldSnapshotsWithoutAnyRight() throws SQLException {
    try (Connection old = database.connect()) {
      hold(old);
      useTransactions(20);
      Hold hold = look(throttle(limit(Signal.XMIN_AGE, 20))).orElseThrow();
      assertEquals(Signal.XMIN_AGE, hold.cause());
      assertTrue(hold.reason().endsWith(", limit 20"), hold.reason());
      old.rollback();
    }
  }

  /** The table is to be frozen after fewer transactions than others, so that some are many. */
  @Test
  void seesWraparoundComeOfTheTableToo() throws SQLException {
    database.run("ALTER TABLE t SET (autovacuum_freeze_max_age = 100000)");
    Throttle throttle = throttle(limit(Signal.WRAPAROUND, 2));
    assertEquals(Optional.empty(), look(throttle));
    useIds(2_100);
    assertEquals(
        Optional.of("wraparound 2 %, limit 2 %"), look(throttle).map(Hold::reason));
    assertTrue(throttle.shares().get(Signal.WRAPAROUND) >= 1, throttle.shares().toString());
    database.run("VACUUM (FREEZE) t");
    assertEquals(Optional.empty(), look(throttle));
  }

  /** One for each subtransaction that writes. */
  private void useIds(int count) throws SQLException {
    database.run(
        """
        DO $$ BEGIN
          FOR i IN 1..%d LOOP
            BEGIN INSERT INTO load VALUES (i); EXCEPTION WHEN division_by_zero THEN NULL; END;
          END LOOP;
        END $$"""
            .formatted(count));
  }

  @Test
  void seesWhatASlotHoldsWithoutAnyRight() throws SQLException {
    String slot = "s" + database.user().replaceAll("[^a-z0-9]", "_");
    try (Connection superuser = database.superuser();
        var statement = superuser.createStatement()) {
      // Temporary, so that it goes with its session.
      statement.execute(
          "SELECT pg_create_physical_replication_slot('%s', true, true)".formatted(slot));
      Throttle throttle = throttle(limit(Signal.SLOT_BYTES, 1_000_000));
      database.run("INSERT INTO load SELECT i FROM generate_series(1, 40000) AS i");
      Hold hold = look(throttle).orElseThrow();
      assertEquals(Signal.SLOT_BYTES, hold.cause());
      assertTrue(hold.reason().startsWith("slot backlog "), hold.reason());
    }
  }

  @Test
  void tellsTheRateOfTheLog() throws SQLException {
    Throttle throttle = throttle(limit(Signal.WAL_RATE, 10_000));
    assertEquals(Optional.empty(), look(throttle));
    database.run("INSERT INTO load SELECT i FROM generate_series(1, 10000) AS i");
    clock.now = clock.now.plusSeconds(1);
    assertEquals(Signal.WAL_RATE, look(throttle).orElseThrow().cause());
  }

  private static void hold(Connection snapshot) throws SQLException {
    snapshot.setAutoCommit(false);
    snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    snapshot.createStatement().execute("SELECT FROM t");
  }

  private void useTransactions(int count) throws SQLException {
    for (int i = 0; i < count; i++) {
      database.run("INSERT INTO load VALUES (1)");
    }
  }

  @Test
  void asksAQuery() throws SQLException {
    Throttle throttle = throttle(query("SELECT count(*) > 2 FROM load"));
    assertEquals(Optional.empty(), look(throttle));
    database.run("INSERT INTO load VALUES (1), (2), (3)");
    assertEquals(Optional.of("the query of pause_while"), look(throttle).map(Hold::reason));
  }

  @Test
  void refusesToGuessWhatItCannotSee() {
    var e =
        assertThrows(
            Unobservable.class, () -> look(throttle(limit(Signal.ACTIVE_SESSIONS, 10))));
    assertEquals(
        "The backfill of public.t cannot see the active sessions, for which it has a limit.",
        e.problem());
    assertEquals(
        ("Run `GRANT pg_read_all_stats TO %s`, or put `active-sessions` on the list"
                + " `backfill.optional`.")
            .formatted(database.user()),
        e.remedy());
    var failing =
        assertThrows(Unobservable.class, () -> look(throttle(query("SELECT nothing FROM t"))));
    assertEquals(
        "The query of `backfill.pause_while` fails for the backfill of public.t (SQLSTATE 42703:"
            + " column \"nothing\" does not exist).",
        failing.problem());
    assertEquals(
        "Correct it, or grant what it needs, or put `query` on the list `backfill.optional`.",
        failing.remedy());
  }

  @Test
  void doesWithoutWhatIsOptional() {
    Limits limits =
        new Limits(
            Map.of(Signal.ACTIVE_SESSIONS, 1.0),
            Optional.empty(),
            Optional.of(new Sql("SELECT nothing FROM t")),
            Set.of(Signal.ACTIVE_SESSIONS, Signal.QUERY));
    assertEquals(Optional.empty(), look(throttle(limits)));
  }

  @Test
  void seesSessionsOnceThatIsGranted() throws SQLException {
    try (Connection superuser = database.superuser()) {
      superuser
          .createStatement()
          .execute("GRANT pg_read_all_stats TO " + database.user());
    }
    assertEquals(Optional.empty(), look(throttle(limit(Signal.ACTIVE_SESSIONS, 1_000))));
  }

  @Test
  void worksInItsWindowOnly() {
    var nights =
        new TimeWindow.Span(
            EnumSet.allOf(DayOfWeek.class), LocalTime.of(22, 0), LocalTime.of(6, 0));
    var window = new TimeWindow(List.of(nights), ZoneId.of("Europe/Berlin"));
    Throttle throttle =
        throttle(new Limits(Map.of(), Optional.of(window), Optional.empty(), Set.of()));
    clock.now = Instant.parse("2026-01-01T20:59:59Z");
    assertEquals(
        Optional.of("outside of the time window, until Thu 22:00 Europe/Berlin"),
        look(throttle).map(Hold::reason));
    clock.now = Instant.parse("2026-01-01T21:00:00Z");
    assertEquals(Optional.empty(), look(throttle));
  }

  @Test
  void looksOnceASecond() {
    Throttle throttle = throttle(limit(Signal.VACUUM, 1));
    assertTrue(throttle.isDue());
    look(throttle);
    assertFalse(throttle.isDue());
    clock.now = clock.now.plusSeconds(1);
    assertTrue(throttle.isDue());
    assertFalse(throttle(Limits.NONE).isDue());
  }

  private static final class SettableClock extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
