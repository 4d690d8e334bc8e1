package dev.phase.engine.catalog;

import dev.phase.schema.Index;
import dev.phase.schema.IndexDefinition;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the indexes that no constraint owns. */
final class Indexes {

  private Indexes() {}

  static Query<Part> of(long table) {
    return new Query<>("indexes", Part::read, table);
  }

  static List<Index> whole(List<Part> parts) {
    Map<Identifier, List<Part>> byName = new LinkedHashMap<>();
    for (Part part : parts) {
      byName.computeIfAbsent(part.index(), name -> new ArrayList<>()).add(part);
    }
    return byName.entrySet().stream()
        .map(e -> new Index(e.getKey(), e.getKey(), definition(e.getValue())))
        .toList();
  }

  private static IndexDefinition definition(List<Part> parts) {
    IndexDefinition whole = parts.get(0).whole();
    List<IndexDefinition.Key> keys =
        parts.stream().filter(p -> !p.included()).map(Part::key).toList();
    List<Identifier> include =
        parts.stream()
            .filter(Part::included)
            .flatMap(p -> p.key().column().stream())
            .toList();
    return new IndexDefinition(
        whole.unique(),
        whole.nullsNotDistinct(),
        whole.method(),
        keys,
        include,
        whole.where(),
        whole.with(),
        whole.tablespace());
  }

  /**
   * One key or included column.
   *
   * @param whole the index with this key alone
   */
  record Part(
      Identifier index, IndexDefinition whole, IndexDefinition.Key key, boolean included) {

    static Part read(ResultSet row) throws SQLException {
      IndexDefinition.Key key = readKey(row);
      IndexDefinition whole =
          new IndexDefinition(
              row.getBoolean("is_unique"),
              row.getBoolean("nulls_not_distinct"),
              Identifier.of(row.getString("method")),
              List.of(key),
              List.of(),
              Optional.ofNullable(row.getString("predicate")).map(SqlExpression::new),
              options(row),
              Optional.ofNullable(row.getString("tablespace")).map(Identifier::of));
      return new Part(
          Identifier.of(row.getString("name")), whole, key, row.getBoolean("is_included"));
    }

    private static IndexDefinition.Key readKey(ResultSet row) throws SQLException {
      return new IndexDefinition.Key(
          Optional.ofNullable(row.getString("column_name")).map(Identifier::of),
          Optional.ofNullable(row.getString("expression")).map(SqlExpression::new),
          Optional.ofNullable(row.getString("collation")),
          Optional.ofNullable(row.getString("operator_class")),
          row.getBoolean("is_descending"),
          row.getBoolean("nulls_first"));
    }

    private static Map<String, String> options(ResultSet row) throws SQLException {
      List<String> names = Session.strings(row, "option_names");
      List<String> values = Session.strings(row, "option_values");
      Map<String, String> options = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        options.put(names.get(i), values.get(i));
      }
      return options;
    }
  }
}
