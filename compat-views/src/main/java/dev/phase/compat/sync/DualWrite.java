package dev.phase.compat.sync;

import dev.phase.compat.physical.OriginColumn;
import dev.phase.plan.Lock;
import dev.phase.plan.LockLevel;
import dev.phase.plan.Statement;
import dev.phase.schema.TableKey;
import dev.phase.sql.GeneratedName;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlLiteral;
import dev.phase.sql.SqlResource;
import dev.phase.window.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * The triggers of one base table and the functions that they call. A tilde sorts after all ASCII
 * letters, so they fire last among the BEFORE triggers and see what those have changed.
 */
public final class DualWrite {

  /** Fires for every new row. */
  public static final Identifier INSERT_TRIGGER = Identifier.of("~phase_dual_write");

  /** Fires where a column of a rule has changed, be it through another trigger. */
  public static final Identifier UPDATE_TRIGGER = Identifier.of("~phase_dual_write_update");

  private static final Identifier PHASE = Identifier.of("phase");

  private final Window window;
  private final TableKey table;
  private final Timeline timeline;

  public DualWrite(Window window, TableKey table) {
    this.window = window;
    this.table = table;
    this.timeline = new Timeline(window, table);
  }

  /** What the trigger functions call. */
  public static List<Statement> support() {
    return List.of(Statement.of(SqlResource.read(DualWrite.class, "session_origin.sql")));
  }

  /** The functions; empty where the table has no rules. */
  public List<Statement> function() {
    return timeline.isEmpty()
        ? List.of()
        : List.of(create(insertFunction(), inserted()), create(updateFunction(), updated()));
  }

  private static Statement create(QualifiedName name, Sql body) {
    return Statement.of(
        Sql.of(
            "CREATE OR REPLACE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql AS %s",
            name, new SqlLiteral("\n" + body.sql() + "\n")));
  }

  /** The triggers, and the column that they read; empty where the table has no rules. */
  public List<Statement> triggers() {
    if (timeline.isEmpty()) {
      return List.of();
    }
    QualifiedName base = window.table(table);
    Lock lock = new Lock(base, LockLevel.SHARE_ROW_EXCLUSIVE);
    List<Statement> statements = new ArrayList<>(OriginColumn.add(base));
    statements.add(
        Statement.of(
            Sql.of(
                "CREATE OR REPLACE TRIGGER %s BEFORE INSERT ON %s"
                    + " FOR EACH ROW EXECUTE FUNCTION %s()",
                INSERT_TRIGGER, base, insertFunction()),
            lock));
    statements.add(
        // Not UPDATE OF: it would look at the statement, and miss what other triggers change.
        Statement.of(
            Sql.of(
                "CREATE OR REPLACE TRIGGER %s BEFORE UPDATE ON %s"
                    + " FOR EACH ROW WHEN (%s) EXECUTE FUNCTION %s()",
                UPDATE_TRIGGER, base, Compare.changed(timeline.holders()), updateFunction()),
            lock));
    return statements;
  }

  /** Removes triggers and functions. */
  public List<Statement> drop() {
    QualifiedName base = window.table(table);
    Lock lock = new Lock(base, LockLevel.ACCESS_EXCLUSIVE);
    return List.of(
        Statement.of(Sql.of("DROP TRIGGER IF EXISTS %s ON %s", INSERT_TRIGGER, base), lock),
        Statement.of(Sql.of("DROP TRIGGER IF EXISTS %s ON %s", UPDATE_TRIGGER, base), lock),
        Statement.of(
            Sql.of("DROP FUNCTION IF EXISTS %s(), %s()", insertFunction(), updateFunction())));
  }

  private QualifiedName insertFunction() {
    return functionName("dual_write");
  }

  private QualifiedName updateFunction() {
    return functionName("dual_write_update");
  }

  private QualifiedName functionName(String suffix) {
    return new QualifiedName(
        PHASE, GeneratedName.distinct(window.schema().value(), table.value(), suffix));
  }

  private Sql inserted() {
    Code code = new Code().begin("BEGIN");
    // Nobody says so where no version that writes lies above a rule.
    if (!timeline.active().isEmpty()) {
      new Insertion(timeline).write(code);
    }
    new Passes(timeline.prepared()).prepared(code, true);
    return code.line("RETURN NEW;").end("END").text();
  }

  private Sql updated() {
    Code code = new Code();
    Origin origin = origin();
    origin.declare(code);
    code.begin("BEGIN");
    if (!timeline.prepared().isEmpty()) {
      Sql backfill = new Sql("pg_catalog.current_setting('phase.backfill', true)");
      code.begin("IF %s THEN", Compare.is(backfill, "=", new Sql("'on'")))
          .line("RETURN NEW;")
          .end("END IF;");
    }
    origin.updated(code);
    if (timeline.mayMoveRows() && !timeline.active().isEmpty()) {
      Insertion.settled(code);
    }
    new Passes(timeline.prepared()).prepared(code, false);
    return code.line("RETURN NEW;").end("END").text();
  }

  private Origin origin() {
    long boundaries = timeline.active().stream().mapToInt(Rule::boundary).distinct().count();
    if (boundaries == 0) {
      return new NoBoundary();
    }
    return boundaries == 1 ? new OneBoundary(timeline) : new ManyBoundaries(timeline);
  }
}
