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
    for (Table table : touched(version)) {
      if (differs(window, table)) {
        DoorView view = view(schema, table);
        statements.addAll(view.closed(Optional.empty()));
        statements.add(grants(view, window.table(table.key())));
      }
    }
    for (Gone gone : masked(window, version)) {
      DoorView mask = view(schema, gone.table());
      statements.addAll(mask.closed(Optional.of(problem(version, gone))));
      statements.add(grants(mask, window.table(gone.table().key())));
    }
    return statements.stream().map(Statement::of).toList();
  }

  /** Puts real views into the places of the closed ones. */
  public List<Statement> open(Window window, Version version) {
    return swap(
        window,
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
            statements.add(grants(view, base));
          }
          return statements;
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
        touched(version).stream()
            .filter(table -> table.key().equals(key))
            .map(table -> forgetOrigin(window, version.schema().get(), table))
            .forEach(statements::add);
      }
    }
    return statements;
  }

  private Statement forgetOrigin(Window window, Identifier schema, Table table) {
    DoorView view = view(schema, table);
    return Statement.of(
        whereThere(
            OriginView.name(schema, table.name()), view.forgetOrigin(window.table(table.key()))),
        lock(view.name()));
  }

  /** Puts closed views into the places of the real ones. */
  public List<Statement> close(Window window, Version version) {
    return swap(
        window,
        version,
        table -> view(version.schema().orElseThrow(), table).close());
  }

  private List<Statement> swap(
      Window window, Version version, Function<Table, List<Sql>> replacement) {
    if (version.schema().isEmpty()) {
      return List.of();
    }
    List<Statement> statements = new ArrayList<>();
    for (Table table : touched(version)) {
      QualifiedName view = view(version.schema().get(), table).name();
      Lock lock = lock(view);
      // A contract below this version may have made the base table equal; then it depends on when
      // the door was made whether it has this view.
      List<Sql> swapping =
          differs(window, table)
              ? replacement.apply(table)
              : List.of(whereThere(view, replacement.apply(table)));
      swapping.forEach(sql -> statements.add(Statement.of(sql, lock)));
    }
    return statements;
  }

  /** Removes every view that the door may have, then its schema; never anything of the user's. */
  public List<Statement> drop(Version version) {
    if (version.schema().isEmpty()) {
      return List.of();
    }
    Identifier schema = version.schema().get();
    TreeSet<Identifier> names = new TreeSet<>(version.tables().keySet());
    names.addAll(version.gone().keySet());
    names.add(MARKER);
    Lock[] locks =
        names.stream()
            .map(name -> new Lock(new QualifiedName(schema, name), LockLevel.ACCESS_EXCLUSIVE))
            .toArray(Lock[]::new);
    Sql views = Sql.list(names.stream().map(name -> new QualifiedName(schema, name)).toList());
    Sql origins = Sql.list(names.stream().map(name -> OriginView.name(schema, name)).toList());
    return List.of(
        Statement.of(Sql.of("DROP VIEW IF EXISTS %s", views), locks),
        Statement.of(Sql.of("DROP VIEW IF EXISTS %s", origins)),
        Statement.of(Sql.of("DROP SCHEMA IF EXISTS %s", schema)));
  }

  private static Lock lock(QualifiedName view) {
    return new Lock(view, LockLevel.ACCESS_EXCLUSIVE);
  }

  private DoorView view(Identifier schema, Table table) {
    return new DoorView(schema, table, securityInvoker);
  }

  /** With security_invoker the base table's grants decide; without, the view needs the same. */
  private Sql grants(DoorView view, QualifiedName base) {
    return securityInvoker
        ? Sql.of("GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO PUBLIC", view.name())
        : anonymous(
            SqlResource.read(
                Doors.class,
                "copy_grants.sql",
                new SqlLiteral(base.sql()),
                new SqlLiteral(view.name().sql())));
  }

  private static Sql whereThere(QualifiedName view, List<Sql> statements) {
    List<Sql> executions =
        statements.stream().map(s -> Sql.of("EXECUTE %s;", new SqlLiteral(s.sql()))).toList();
    return anonymous(
        Sql.of(
            "BEGIN\nIF pg_catalog.to_regclass(%s) IS NOT NULL THEN\n%s\nEND IF;\nEND",
            new SqlLiteral(view.sql()), Sql.join("\n", executions)));
  }

  private static Sql anonymous(Sql block) {
    return Sql.of("DO %s", new SqlLiteral(block.sql()));
  }

  private static boolean differs(Window window, Table table) {
    return table.touchedAt() > window.oldest().position();
  }

  private static List<Table> touched(Version version) {
    return version.tables().values().stream()
        .filter(table -> table.touchedAt() > 0)
        .sorted(Comparator.comparing(Table::name))
        .toList();
  }

  /** The names that the version no longer has, but that would still be found in the base schema. */
  private static List<Gone> masked(Window window, Version version) {
    return version.gone().values().stream()
        .filter(gone -> !version.tables().containsKey(gone.name()))
        .filter(gone -> window.table(gone.table().key()).name().equals(gone.name()))
        .sorted(Comparator.comparing(Gone::name))
        .toList();
  }

  private static String problem(Version version, Gone gone) {
    String reason = gone.reason().strip().replaceFirst("\\.$", "");
    return "Version %s has no table %s: %s. Use this version's tables, or deploy an older release."
        .formatted(version.name(), gone.name(), reason);
  }
}
