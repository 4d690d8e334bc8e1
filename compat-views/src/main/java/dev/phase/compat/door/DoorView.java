package dev.phase.compat.door;

import dev.phase.compat.physical.PhysicalColumns;
import dev.phase.schema.Column;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlFragment;
import dev.phase.sql.SqlLiteral;
import dev.phase.sql.SqlResource;
import dev.phase.window.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One view of a door, in both its forms. They have the same columns, so that the one can replace the
 * other and the view stays the same object.
 */
final class DoorView {

  private static final Identifier TRIGGER = Identifier.of("phase_closed");

  static final String SECURITY_INVOKER = " WITH (security_invoker = true)";

  private final QualifiedName name;
  private final Table table;
  private final Sql options;
  private final OriginView origin;

  DoorView(Identifier schema, Table table, boolean securityInvoker) {
    this.name = new QualifiedName(schema, table.name());
    this.table = table;
    this.options = new Sql(securityInvoker ? SECURITY_INVOKER : "");
    this.origin = new OriginView(schema, table, securityInvoker);
  }

  QualifiedName name() {
    return name;
  }

  /** The view that an open one reaches the base table through. */
  QualifiedName origin() {
    return origin.name();
  }

  /** What raises: it says the state of the version, or the problem if there is one. */
  List<Sql> closed(Optional<String> problem) {
    Optional<SqlLiteral> message = problem.map(SqlLiteral::new);
    return List.of(
        Sql.of(
            "CREATE OR REPLACE VIEW %s%s AS SELECT * FROM phase.closed_door(%s, %s) AS t(%s)",
            name,
            options,
            new SqlLiteral(name.schema().value()),
            message.<SqlFragment>map(m -> m).orElse(new Sql("NULL")),
            Sql.list(table.columns().stream().map(DoorView::definition).toList())),
        Sql.of(
            "CREATE OR REPLACE TRIGGER %s INSTEAD OF INSERT OR UPDATE OR DELETE ON %s"
                + " FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert(%s)",
            TRIGGER,
            name,
            message.<SqlFragment>map(m -> m).orElse(new Sql(""))));
  }

  /** The closed form in the place of the open one. */
  List<Sql> close() {
    List<Sql> statements = new ArrayList<>(closed(Optional.empty()));
    statements.add(origin.drop());
    return statements;
  }

  /** What applications use: the base table's columns under this version's names and defaults. */
  List<Sql> open(
      Version version, QualifiedName base, PhysicalColumns physical, boolean tellsOrigin) {
    List<Sql> statements = new ArrayList<>();
    statements.add(Sql.of("DROP TRIGGER IF EXISTS %s ON %s", TRIGGER, name));
    if (tellsOrigin) {
      statements.addAll(origin.create(base, version.position()));
    }
    statements.add(tellsOrigin ? overOrigin() : overBase(base));
    table
        .comment()
        .map(text -> Sql.of("COMMENT ON VIEW %s IS %s", name, new SqlLiteral(text)))
        .ifPresent(statements::add);
    for (Column column : table.columns()) {
      defaultOf(version, column, physical)
          .map(
              value ->
                  Sql.of(
                      "ALTER VIEW %s ALTER COLUMN %s SET DEFAULT %s", name, column.name(), value))
          .ifPresent(statements::add);
      column
          .comment()
          .map(text -> Sql.of("COMMENT ON COLUMN %s.%s IS %s", name, column.name(), new SqlLiteral(text)))
          .ifPresent(statements::add);
    }
    return statements;
  }

  /** A block that gives the view the privileges on the base table and its columns. */
  Sql copiedGrants(QualifiedName base) {
    return SqlResource.read(
        DoorView.class,
        "copy_grants.sql",
        new SqlLiteral(base.sql()),
        new SqlLiteral(name.sql()),
        names(Column::physical),
        names(Column::name));
  }

  private Sql names(Function<Column, Identifier> which) {
    return Sql.list(
        table.columns().stream().map(c -> new SqlLiteral(which.apply(c).value())).toList());
  }

  /** The same view without a word of who inserts; everything else about it stays. */
  List<Sql> forgetOrigin(QualifiedName base) {
    return List.of(overBase(base), origin.drop());
  }

  private Sql overBase(QualifiedName base) {
    return select(base, table.columns().stream().map(DoorView::physical).toList());
  }

  private Sql overOrigin() {
    return select(
        origin.name(),
        table.columns().stream().map(c -> Sql.of("base.%s", c.name())).toList());
  }

  private static Sql physical(Column column) {
    return Sql.of("base.%s AS %s", column.physical(), column.name());
  }

  private Sql select(QualifiedName from, List<Sql> columns) {
    return Sql.of(
        "CREATE OR REPLACE VIEW %s%s AS SELECT %s FROM %s AS base",
        name, options, Sql.list(columns), from);
  }

  /** The default that the view needs because the base table's own is another one, or may become one. */
  private static Optional<SqlFragment> defaultOf(
      Version version, Column column, PhysicalColumns physical) {
    if (column.kind() != Column.Kind.PLAIN || physical.inheritsDefault(version, column)) {
      return Optional.empty();
    }
    // PostgreSQL takes DEFAULT NULL for no default at all, and then the base table's would apply.
    return Optional.of(
        column
            .defaultExpression()
            .<SqlFragment>map(value -> value)
            .orElseGet(() -> Sql.of("CASE WHEN true THEN CAST(NULL AS %s) END", column.type())));
  }

  private static Sql definition(Column column) {
    Sql typed = Sql.of("%s %s", column.name(), column.type());
    return column.collation().map(c -> Sql.of("%s COLLATE %s", typed, new Sql(c))).orElse(typed);
  }
}
