package dev.phase.compat;

import dev.phase.schema.Column;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlFragment;
import dev.phase.sql.SqlLiteral;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One statement of one client. */
record Write(
    Kind kind, Access access, int version, String id, Map<Identifier, String> values) {

  enum Kind {
    INSERT,
    UPDATE,
    UPDATE_MANY,
    UPSERT
  }

  /** How the client finds its version. */
  enum Access {
    SEARCH_PATH,
    SETTING,
    QUALIFIED
  }

  static Write random(
      Random random, Scenario scenario, int version, List<Column> columns, Map<String, ?> rows) {
    Kind kind = rows.size() < 2 ? Kind.INSERT : Kind.values()[random.nextInt(4)];
    Map<Identifier, String> values = new LinkedHashMap<>();
    for (Column column : columns) {
      List<String> fitting = scenario.values().get(version + "." + column.name());
      boolean needed = kind == Kind.INSERT && !column.nullable();
      if (fitting != null && (needed || random.nextInt(3) > 0)) {
        values.put(column.name(), fitting.get(random.nextInt(fitting.size())));
      }
    }
    List<String> ids = new ArrayList<>(rows.keySet());
    boolean fresh = kind == Kind.INSERT || (kind == Kind.UPSERT && random.nextBoolean());
    String id =
        fresh ? Integer.toString(1000 + rows.size()) : ids.get(random.nextInt(ids.size()));
    if (kind == Kind.UPSERT) {
      columns.stream()
          .filter(c -> !c.nullable() && !c.name().value().equals("id"))
          .forEach(
              c ->
                  values.putIfAbsent(
                      c.name(), scenario.values().get(version + "." + c.name()).get(0)));
    }
    return new Write(
        kind, Access.values()[random.nextInt(3)], version, id, values);
  }

  /** Without a session, an UPDATE of what both sides see tells nothing. */
  boolean isJudgedRight(Scenario scenario) {
    // The path of a client of the baseline names no door, so it says nothing.
    boolean says =
        access == Access.SETTING || (access == Access.SEARCH_PATH && version > 0);
    return says || kind == Kind.INSERT || scenario.silent();
  }

  String session(Rows rows) {
    return switch (access) {
      case SEARCH_PATH ->
          "SET search_path = \"x y\", %s, pg_temp".formatted(rows.relation(version).schema().sql());
      case SETTING ->
          "SET phase.version = '%s'".formatted(rows.window().versions().get(version).name());
      case QUALIFIED -> "SET search_path = pg_catalog";
    };
  }

  String sql(Rows rows) {
    String set =
        values.entrySet().stream()
            .map(e -> e.getKey().sql() + " = " + literal(e.getValue()))
            .collect(Collectors.joining(", "));
    String relation = rows.relation(version).sql();
    return switch (kind) {
      case INSERT -> insert(relation);
      case UPSERT ->
          insert(relation)
              + " ON CONFLICT (id) DO "
              + (set.isEmpty() ? "NOTHING" : "UPDATE SET " + excluded());
      case UPDATE, UPDATE_MANY ->
          "UPDATE %s SET %s WHERE %s"
              .formatted(
                  relation,
                  set.isEmpty() ? "id = id" : set,
                  kind == Kind.UPDATE ? "id = " + id : "id <= " + id);
    };
  }

  private String insert(String relation) {
    List<SqlFragment> names = new ArrayList<>();
    names.add(Identifier.of("id"));
    names.addAll(values.keySet());
    return "INSERT INTO %s (%s) VALUES (%s)"
        .formatted(
            relation,
            names.stream().map(SqlFragment::sql).collect(Collectors.joining(", ")),
            values.values().stream()
                .map(Write::literal)
                .collect(Collectors.joining(", ", values.isEmpty() ? id : id + ", ", "")));
  }

  private String excluded() {
    return values.keySet().stream()
        .map(n -> n.sql() + " = EXCLUDED." + n.sql())
        .collect(Collectors.joining(", "));
  }

  private static String literal(String value) {
    return value == null ? "NULL" : new SqlLiteral(value).sql();
  }

  /** What the client expects to read afterwards; ids sort as they count. */
  void applyTo(TreeMap<String, List<String>> rows, List<Column> columns) {
    if (!rows.containsKey(id)) {
      List<String> row = new ArrayList<>();
      columns.forEach(
          c ->
              row.add(
                  values.containsKey(c.name())
                      ? values.get(c.name())
                      : c.defaultExpression().map(d -> d.text().replace("'", "")).orElse(null)));
      row.set(0, id);
      rows.put(id, row);
    }
    rows.forEach(
        (key, row) -> {
          if (key.equals(id) || (kind == Kind.UPDATE_MANY && key.compareTo(id) < 0)) {
            for (int i = 1; i < columns.size(); i++) {
              if (values.containsKey(columns.get(i).name())) {
                row.set(i, values.get(columns.get(i).name()));
              }
            }
          }
        });
  }
}
