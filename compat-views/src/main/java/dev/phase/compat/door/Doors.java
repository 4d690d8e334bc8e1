package dev.phase.compat.door;

import dev.phase.compat.physical.PhysicalColumns;
import dev.phase.plan.Lock;
import dev.phase.plan.LockLevel;
import dev.phase.plan.Statement;
import dev.phase.schema.Gone;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlLiteral;
import dev.phase.sql.SqlResource;
import dev.phase.window.Version;
import dev.phase.window.VersionState;
import dev.phase.window.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Creates, opens, closes and drops the doors of versions. The baseline has none. */
public final class Doors {

  /** The one-row view that names its version. */
  public static final Identifier MARKER = Identifier.of("phase_version");

  private static final int SECURITY_INVOKER_SINCE = 15;

  private final boolean securityInvoker;

  /**
   * @param serverMajor PostgreSQL's major version, such as 17
   */
  public Doors(int serverMajor) {
    this.securityInvoker = serverMajor >= SECURITY_INVOKER_SINCE;
  }

  /** What closed views call; needs schema {@code phase} and its table {@code version}. */
  public static List<Statement> support() {
    return List.of(
        Statement.of(SqlResource.read(Doors.class, "closed_door.sql")),
        Statement.of(SqlResource.read(Doors.class, "closed_door_insert.sql")));
  }

  public List<Statement> create(Window window, Version version) {
    return version.schema().map(schema -> create(window, version, schema)).orElse(List.of());
  }

  private List<Statement> create(Window window, Version version, Identifier schema) {
    QualifiedName marker = new QualifiedName(schema, MARKER);
    List<Sql> statements = new ArrayList<>();
    statements.add(Sql.of("CREATE SCHEMA %s", schema));
    statements.add(Sql.of("GRANT USAGE ON SCHEMA %s TO PUBLIC", schema));
    statements.add(
        Sql.of(
            "CREATE VIEW %s AS SELECT %s::text AS version, %s::text AS base_schema",
            marker,
            new SqlLiteral(version.name()),
            new SqlLiteral(window.schema().value())));
    statements.add(Sql.of("GRANT SELECT ON %s TO PUBLIC", marker));
    for (Table table : viewed(version)) {
      DoorView view = view(schema, table);
      statements.addAll(view.closed(Optional.empty()));
      statements.add(view.grants(window.table(table.key())));
    }
    for (Gone gone : Masks.of(version)) {
      DoorView mask = view(schema, gone.table());
      statements.addAll(mask.closed(Optional.of(Masks.problem(version, gone))));
      statements.add(mask.grants(window.table(gone.table().key())));
    }
    return statements.stream().map(Statement::of).toList();
  }

  /** Puts real views into the places of the closed ones. */
  public List<Statement> open(Window window, Version version) {
    return swap(
        version,
        table -> {
          QualifiedName base = window.table(table.key());
          DoorView view = view(version.schema().orElseThrow(), table);
          List<Sql> statements =
              new ArrayList<>(
                  view.open(
                      version,
                      base,
                      new PhysicalColumns(window, table.key()),
                      tellsOrigin(window, version, table)));
          if (!securityInvoker) {
            statements.add(view.grants(base));
          }
          return new Swap(
              statements,
              List.of(exclusive(view.name()), new Lock(base, LockLevel.ACCESS_SHARE)));
        });
  }

  /** Whether the trigger has to know that a new row came through this version. */
  private static boolean tellsOrigin(Window window, Version version, Table table) {
    return window.rules(table.key()).stream()
        .anyMatch(rule -> rule.position() <= version.position());
  }

  /** Makes the open views of a table, which has no rules left, plain again. */
  public List<Statement> forgetOrigin(Window window, TableKey key) {
    List<Statement> statements = new ArrayList<>();
    for (Version version : window.versions()) {
      if (version.schema().isPresent() && version.state() == VersionState.LIVE) {
        viewed(version).stream()
            .filter(table -> table.key().equals(key))
            .map(table -> forgetOrigin(window, version.schema().get(), table))
            .forEach(statements::add);
      }
    }
    return statements;
  }

  private Statement forgetOrigin(Window window, Identifier schema, Table table) {
    DoorView view = view(schema, table);
    QualifiedName base = window.table(table.key());
    return new Statement(
        Anonymous.whereThere(view.origin(), view.forgetOrigin(base)),
        List.of(exclusive(view.name()), new Lock(base, LockLevel.ACCESS_SHARE)),
        Optional.empty());
  }

  /** Puts closed views into the places of the real ones. */
  public List<Statement> close(Version version) {
    return swap(
        version,
        table -> {
          DoorView view = view(version.schema().orElseThrow(), table);
          return new Swap(view.close(), List.of(exclusive(view.name())));
        });
  }

  /** What puts the other view into the place of a table's present one. */
  private record Swap(List<Sql> statements, List<Lock> locks) {}

  private static Lock exclusive(QualifiedName view) {
    return new Lock(view, LockLevel.ACCESS_EXCLUSIVE);
  }

  private static List<Statement> swap(Version version, Function<Table, Swap> replacement) {
    if (version.schema().isEmpty()) {
      return List.of();
    }
    List<Statement> statements = new ArrayList<>();
    for (Table table : viewed(version)) {
      Swap swap = replacement.apply(table);
      swap.statements()
          .forEach(sql -> statements.add(new Statement(sql, swap.locks(), Optional.empty())));
    }
    return statements;
  }

  /** Removes every view that the door may have, then its schema; never anything of the user's. */
  public List<Statement> drop(Version version) {
    if (version.schema().isEmpty()) {
      return List.of();
    }
    Identifier schema = version.schema().get();
    TreeSet<Identifier> names = new TreeSet<>(version.gone().keySet());
    names.addAll(version.views());
    names.add(MARKER);
    List<QualifiedName> views =
        names.stream().map(name -> new QualifiedName(schema, name)).toList();
    // Nobody waits for an origin view who did not wait for the view over it first.
    List<QualifiedName> all = new ArrayList<>(views);
    viewed(version).forEach(table -> all.add(view(schema, table).origin()));
    return List.of(
        new Statement(
            Sql.of("DROP VIEW IF EXISTS %s", Sql.list(all)),
            views.stream().map(Doors::exclusive).toList(),
            Optional.empty()),
        Statement.of(Sql.of("DROP SCHEMA IF EXISTS %s", schema)));
  }

  private DoorView view(Identifier schema, Table table) {
    return new DoorView(schema, table, securityInvoker);
  }

  private static List<Table> viewed(Version version) {
    return version.views().stream()
        .map(version.tables()::get)
        .sorted(Comparator.comparing(Table::name))
        .toList();
  }
}
