package dev.phase.operation;

import dev.phase.need.RemovedEnum;
import dev.phase.schema.Gone;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.schema.TypeUse;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.SqlType;
import java.util.Optional;

/** Drops an enum type that this version does not use any more. It goes at contract. */
public record DropEnum(Identifier name) implements Operation {

  @Override
  public Effect plan(Schema before, Site site) {
    Enums.find(before, name);
    SqlType type =
        before.catalog().canonical(new SqlType(new QualifiedName(before.name(), name).sql()));
    for (Table table : before.touched().values()) {
      requireNoColumn(table, type);
    }
    for (Gone gone : before.gone().values()) {
      requireNotMasked(gone.table(), type);
    }
    for (TypeUse use : before.catalog().usesOfType(name)) {
      if (!isJudged(before, use)) {
        refuse(use.what());
      }
    }
    return Effect.of(before, new RemovedEnum(name));
  }

  private void requireNoColumn(Table table, SqlType type) {
    table.columns().stream()
        .filter(c -> isOf(c.type(), type))
        .findFirst()
        .ifPresent(c -> refuse("column %s of table %s".formatted(c.name(), table.name())));
  }

  /** The views in a dropped table's place have its columns. */
  private void requireNotMasked(Table dropped, SqlType type) {
    if (dropped.columns().stream().anyMatch(c -> isOf(c.type(), type))) {
      throw new SchemaException(
          "Cannot drop enum %s: table %s, which has a column of it, is not gone yet."
              .formatted(name, dropped.name()),
          "Drop the enum in a change that is released when the drop of the table is contracted.");
    }
  }

  /** Whether it is part of a table whose columns in this version have been looked at. */
  private static boolean isJudged(Schema schema, TypeUse use) {
    Optional<Table> base = use.table().flatMap(schema.catalog()::table);
    return base.isPresent()
        && (schema.byKey(base.get().key()).isPresent()
            || schema.gone().values().stream()
                .anyMatch(g -> g.table().key().equals(base.get().key())));
  }

  private static boolean isOf(SqlType column, SqlType type) {
    return column.name().equals(type.name()) || column.name().startsWith(type.name() + "[");
  }

  private void refuse(String user) {
    throw new SchemaException(
        "Cannot drop enum %s: %s uses it.".formatted(name, user),
        "Drop or convert that first, in this change or an earlier one.");
  }
}
