package dev.phase.compat;

import dev.phase.need.Conversion;
import dev.phase.need.Need;
import dev.phase.need.NewColumn;
import dev.phase.need.SyncRule;
import dev.phase.plan.Source;
import dev.phase.schema.Column;
import dev.phase.schema.Gone;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.sql.GeneratedName;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlType;
import dev.phase.window.Version;
import dev.phase.window.VersionState;
import dev.phase.window.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds a window of one table by hand, as planning would. */
final class Windows {

  static final Source SOURCE = new Source("test", "operations[0]");

  private final Identifier schema;
  private final TableKey key;
  private final Identifier physicalTable;
  private final List<Version> done = new ArrayList<>();
  private List<Need> needs = new ArrayList<>();
  private Map<Identifier, Gone> gone = new LinkedHashMap<>();
  private Table table;
  private long position;

  Windows(String schema, String table, Column... columns) {
    this.schema = Identifier.of(schema);
    this.key = new TableKey(table);
    this.physicalTable = Identifier.of(table);
    this.table =
        new Table(
            physicalTable,
            key,
            List.of(columns),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            0);
    version("baseline");
  }

  static Column column(String name, String type) {
    return new Column(
        Identifier.of(name),
        Identifier.of(name),
        new SqlType(type),
        true,
        Optional.empty(),
        Optional.empty(),
        Column.Kind.PLAIN,
        Optional.empty());
  }

  static Column required(Column c) {
    return new Column(
        c.name(), c.physical(), c.type(), false, c.defaultExpression(), c.collation(),
        Column.Kind.PLAIN, c.comment());
  }

  static Column collated(Column c, String collation) {
    return new Column(
        c.name(), c.physical(), c.type(), c.nullable(), c.defaultExpression(),
        Optional.of(collation), c.kind(), c.comment());
  }

  static Column withDefault(Column c, String expression) {
    return c.withDefault(Optional.of(new SqlExpression(expression)));
  }

  /** Ends the present version and starts the next. */
  Windows version(String name) {
    Optional<Identifier> door =
        Optional.of(GeneratedName.of(schema.value(), name)).filter(d -> !done.isEmpty());
    done.add(
        new Version(
            name,
            door,
            VersionState.LIVE,
            position,
            List.of(name),
            Map.of(table.name(), table),
            Set.of(table.name()),
            gone,
            needs,
            List.of()));
    needs = new ArrayList<>();
    return this;
  }

  /** Replaces columns by others, with the expressions that fill each target. */
  Windows replace(
      List<String> old, List<Column> added, Map<String, String> up, Map<String, String> down) {
    position++;
    List<Column> before = table.columns();
    List<Column> fresh = new ArrayList<>();
    for (Column column : added) {
      Column held =
          column.heldIn(GeneratedName.of("_p", Long.toString(position), column.name().value()));
      fresh.add(held);
      needs.add(new NewColumn(key, held, NewColumn.Initially.EMPTY, SOURCE));
    }
    List<Column> after = new ArrayList<>();
    for (Column column : before) {
      if (!old.contains(column.name().value())) {
        after.add(column);
      } else if (old.indexOf(column.name().value()) == 0) {
        after.addAll(fresh);
      }
    }
    if (old.isEmpty()) {
      after.addAll(fresh);
    }
    Table next = table.withColumns(after, position);
    if (!up.isEmpty() || !down.isEmpty()) {
      needs.add(
          new SyncRule(
              key, position, conversions(next, table, up), conversions(table, next, down)));
    }
    table = next;
    return this;
  }

  Windows alter(String name, Column column, String up, String down) {
    return replace(
        List.of(name), List.of(column), Map.of(column.name().value(), up), Map.of(name, down));
  }

  Windows rename(String from, String to) {
    Column column = table.column(Identifier.of(from));
    table = table.replacing(column, column.named(Identifier.of(to)), ++position);
    return this;
  }

  Windows changeDefault(String name, Optional<String> value) {
    Column column = table.column(Identifier.of(name));
    table =
        table.replacing(
            column, column.withDefault(value.map(SqlExpression::new)), ++position);
    return this;
  }

  /** The window once everything below the newest version is contracted. */
  static Window contracted(Window window, Column... columns) {
    Version newest = window.newest();
    Table table = newest.tables().values().iterator().next();
    return new Window(
        window.schema(),
        window.tables(),
        List.of(
            new Version(
                newest.name(), newest.schema(), newest.state(), newest.position(),
                newest.changes(),
                Map.of(table.name(), table.withColumns(List.of(columns), table.touchedAt())),
                newest.views(), Map.of(), List.of(), List.of())));
  }

  Windows renameTable(String to) {
    Gone old = new Gone(table, "It was renamed to " + to);
    gone = new LinkedHashMap<>(gone);
    gone.put(table.name(), old);
    table = table.named(Identifier.of(to), ++position);
    return this;
  }

  private List<Conversion> conversions(Table targets, Table sources, Map<String, String> texts) {
    List<Conversion> conversions = new ArrayList<>();
    texts.forEach(
        (name, text) -> {
          SqlExpression expression = new SqlExpression(text);
          conversions.add(
              new Conversion(
                  targets.column(Identifier.of(name)),
                  new QualifiedName(
                      Identifier.of("phase"),
                      GeneratedName.of(
                          schema.value(), key.value(), Long.toString(position), name,
                          targets == table ? "down" : "up")),
                  sources.columns().stream().filter(c -> expression.mentions(c.name())).toList(),
                  expression,
                  text.contains("random"),
                  SOURCE));
        });
    return conversions;
  }

  /** The window; the states are those of its newest versions, all others are live. */
  Window window(VersionState... newest) {
    List<Version> versions = new ArrayList<>(done);
    for (int i = 0; i < newest.length; i++) {
      int at = versions.size() - newest.length + i;
      versions.set(at, versions.get(at).in(newest[i]));
    }
    return new Window(schema, Map.of(key, physicalTable), versions);
  }
}
