package dev.phase.backfill;

import dev.phase.backfill.throttle.Hold;
import dev.phase.backfill.throttle.Throttle;
import dev.phase.backfill.throttle.Unobservable;
import dev.phase.plan.Fill;
import dev.phase.plan.Sweep;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Looks at every row of a table, batch by batch, and writes nothing, not even a ledger. It waits for
 * the same signals as a run does.
 */
final class Survey {

  private static final String BEFORE_ITS_ROWS = "before its first rows";

  /** So many rows for which an expression fails are told from their neighbours. */
  private static final int CLOSE_LOOKS = 100;

  private final Session session;
  private final QualifiedName table;
  private final List<SyncCheck> checks;
  private final BatchSettings settings;
  private final Throttle throttle;
  private final Sleeper sleeper;
  private String range = BEFORE_ITS_ROWS;

  Survey(
      Session session,
      QualifiedName table,
      List<SyncCheck> checks,
      BatchSettings settings,
      Clock clock,
      Sleeper sleeper) {
    this.session = session;
    this.table = table;
    this.checks = checks;
    this.settings = settings;
    this.throttle = new Throttle(settings.limits(), table, clock);
    this.sleeper = sleeper;
  }

  /** The table as one chunk that is gone over once. */
  private record Course(TargetTable table, Chunks chunks, Pass pass, Chunk chunk) {}

  /** One batch, and where the next one begins. */
  private record Look(Place after, SurveyResult found) {

    boolean failed() {
      return found.untold() > 0;
    }
  }

  SurveyResult run(ProgressListener listener, StopSignal stop) throws InterruptedException {
    try {
      Optional<Course> course = session.run(this::plan);
      return course.isPresent() ? run(course.get(), listener, stop) : SurveyResult.NOTHING;
    } catch (Unobservable e) {
      throw new BackfillException(
          BackfillException.Kind.UNOBSERVABLE, e.problem(), e.remedy(), e.getCause());
    } catch (SQLException | RuntimeException e) {
      throw failure(e);
    }
  }

  private RuntimeException failure(Exception error) {
    return SqlErrors.find(error)
        .<RuntimeException>map(
            e ->
                new BackfillException(
                    SqlErrors.isConnectionLoss(e)
                        ? BackfillException.Kind.CONNECTION
                        : BackfillException.Kind.SQL,
                    "The verification of %s ended %s (SQLSTATE %s: %s)."
                        .formatted(table, range, e.getSQLState(), Failures.firstLine(e)),
                    "Run it again; nothing has to be undone.",
                    e))
        .orElseGet(() -> (RuntimeException) error);
  }

  private Optional<Course> plan(Handle handle) throws SQLException {
    TargetTable target = TargetTable.read(handle, table);
    Chunks chunks = target.chunks(true);
    Optional<Position> end = chunks.end(handle);
    if (end.isEmpty()) {
      return Optional.empty();
    }
    Pass pass =
        Pass.begun(
            Stage.VERIFY, 1, chunks.signature(handle), end.get(), target.rows(handle));
    return Optional.of(
        new Course(
            target, chunks, pass, new Chunk(Optional.empty(), end.get(), 1, pass.rowsTotal())));
  }

  private SurveyResult run(Course course, ProgressListener listener, StopSignal stop)
      throws SQLException, InterruptedException {
    SurveyResult sum = SurveyResult.NOTHING;
    Place place = new Place(0, Optional.empty(), 0);
    int most = settings.rows() * settings.stripes();
    int rows = most;
    while (place.stripe() == 0 && !stop.isRaised()) {
      Optional<Hold> hold =
          throttle.isDue() ? session.run(throttle::look) : throttle.hold();
      if (hold.isPresent()) {
        listener.on(progress(course, place, hold.map(Hold::reason)));
        sleeper.sleep(Throttle.INTERVAL);
        continue;
      }
      Place at = place;
      int limit = rows;
      Look look = session.run(handle -> look(handle, course, at, limit));
      if (look.failed() && rows > 1 && sum.untold() < CLOSE_LOOKS) {
        rows = Math.max(1, rows / 10);
        continue;
      }
      rows = most;
      sum = sum.plus(look.found());
      place = look.after();
      listener.on(progress(course, place, Optional.empty()));
      sleeper.sleep(settings.pause());
    }
    return sum;
  }

  private Progress progress(Course course, Place place, Optional<String> hold) {
    return new Progress(
        table,
        Stage.VERIFY,
        place.rowsDone(),
        Math.max(place.rowsDone(), course.pass().rowsTotal()),
        0,
        Optional.empty(),
        hold,
        Map.of());
  }

  private Look look(Handle handle, Course course, Place place, int rows)
      throws SQLException {
    RawSql.update(handle, new Sql("SET TRANSACTION READ ONLY"));
    Slice slice =
        course.chunks().slice(handle, course.pass(), course.chunk(), place, rows);
    range = "in the rows " + slice.range();
    return new Look(place.after(slice), count(handle, course, slice));
  }

  private SurveyResult count(Handle handle, Course course, Slice slice) throws SQLException {
    RawSql.update(handle, new Sql("SAVEPOINT survey"));
    try {
      List<String> found =
          RawSql.query(
                  handle,
                  Sql.of(
                      "SELECT count(*), min(%s) FROM %s WHERE %s AND (%s)",
                      course.chunks().rowName(),
                      table,
                      slice.condition(),
                      Sql.join(
                          " OR ", checks.stream().map(c -> apart(c, course.table())).toList())))
              .get(0);
      return new SurveyResult(
          slice.rows(),
          Long.parseLong(found.get(0)),
          Optional.ofNullable(found.get(1)),
          0,
          Optional.empty());
    } catch (SQLException e) {
      if (!SqlErrors.isOfData(e)) {
        throw e;
      }
      RawSql.update(handle, new Sql("ROLLBACK TO SAVEPOINT survey"));
      return new SurveyResult(
          slice.rows(),
          0,
          Optional.empty(),
          slice.rows(),
          Optional.of(
              "%s: %s (SQLSTATE %s)"
                  .formatted(slice.range(), Failures.firstLine(e), e.getSQLState())));
    }
  }

  /** A row that came from the newer side need not be one that {@code up} can read. */
  private Sql apart(SyncCheck check, TargetTable target) {
    if (check.up().isEmpty() || check.down().isEmpty()) {
      return wrong(target, check.up().isEmpty() ? check.down() : check.up());
    }
    return Sql.of(
        "CASE WHEN %s THEN %s ELSE FALSE END",
        wrong(target, check.down()), wrong(target, check.up()));
  }

  private Sql wrong(TargetTable target, List<Fill> fills) {
    return new SweepSql(new Sweep(table, fills), target.exactColumns()).anyWrong();
  }
}
