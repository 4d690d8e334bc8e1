package dev.phase.need;

import dev.phase.schema.IndexDefinition;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlFragment;
import dev.phase.sql.SqlLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What stands after {@code CREATE INDEX name ON}, wherever an index is declared. */
public final class IndexText {

  private IndexText() {}

  public static Sql of(QualifiedName table, IndexDefinition index) {
    List<SqlFragment> parts = new ArrayList<>();
    parts.add(
        Sql.of(
            "%s USING %s (%s)",
            table, index.method(), Sql.list(index.keys().stream().map(IndexText::key).toList())));
    if (!index.include().isEmpty()) {
      parts.add(Sql.of("INCLUDE (%s)", Sql.list(index.include())));
    }
    if (index.nullsNotDistinct()) {
      parts.add(new Sql("NULLS NOT DISTINCT"));
    }
    if (!index.with().isEmpty()) {
      parts.add(Sql.of("WITH (%s)", Sql.list(storageParameters(index))));
    }
    index.tablespace().ifPresent(t -> parts.add(Sql.of("TABLESPACE %s", t)));
    index.where().ifPresent(w -> parts.add(Sql.of("WHERE %s", w)));
    return Sql.join(" ", parts);
  }

  private static List<Sql> storageParameters(IndexDefinition index) {
    return index.with().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> Sql.of("%s = %s", Identifier.of(e.getKey()), new SqlLiteral(e.getValue())))
        .toList();
  }

  private static Sql key(IndexDefinition.Key key) {
    List<SqlFragment> parts = new ArrayList<>();
    parts.add(key.column().<SqlFragment>map(c -> c).orElseGet(() -> key.expression().orElseThrow()));
    key.collation().ifPresent(c -> parts.add(new Sql("COLLATE " + c)));
    key.operatorClass().ifPresent(o -> parts.add(new Sql(o)));
    if (key.descending()) {
      parts.add(new Sql("DESC"));
    }
    if (key.nullsFirst() != key.descending()) {
      parts.add(new Sql(key.nullsFirst() ? "NULLS FIRST" : "NULLS LAST"));
    }
    return Sql.join(" ", parts);
  }
}
