package dev.phase.compat.door;

import dev.phase.compat.physical.OriginColumn;
import dev.phase.schema.Table;
import dev.phase.sql.GeneratedName;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * A view between one of a door and its base table. It has one column more, which nothing names, so
 * that PostgreSQL always fills it with its default: the position of the version that inserts.
 */
final class OriginView {

  private final QualifiedName name;
  private final Table table;
  private final boolean securityInvoker;

  OriginView(Identifier door, Table table, boolean securityInvoker) {
    this.name =
        new QualifiedName(
            Identifier.of("phase"),
            GeneratedName.distinct(door.value(), table.name().value(), "origin"));
    this.table = table;
    this.securityInvoker = securityInvoker;
  }

  QualifiedName name() {
    return name;
  }

  List<Sql> create(QualifiedName base, long position) {
    List<Sql> columns = new ArrayList<>();
    table.columns().forEach(c -> columns.add(Sql.of("base.%s AS %s", c.physical(), c.name())));
    columns.add(Sql.of("base.%s", OriginColumn.NAME));
    List<Sql> statements = new ArrayList<>();
    statements.add(
        Sql.of(
            "CREATE OR REPLACE VIEW %s%s AS SELECT %s FROM %s AS base",
            name,
            new Sql(securityInvoker ? DoorView.SECURITY_INVOKER : ""),
            Sql.list(columns),
            base));
    statements.add(
        Sql.of(
            "ALTER VIEW %s ALTER COLUMN %s SET DEFAULT %s",
            name, OriginColumn.NAME, new Sql(Long.toString(position))));
    // Without security_invoker the door's view reaches it as its owner, and nobody else may.
    if (securityInvoker) {
      statements.add(Sql.of("GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO PUBLIC", name));
    }
    return statements;
  }

  Sql drop() {
    return Sql.of("DROP VIEW IF EXISTS %s", name);
  }
}
