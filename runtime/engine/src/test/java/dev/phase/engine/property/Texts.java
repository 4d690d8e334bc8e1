package dev.phase.engine.property;

import dev.phase.sql.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The SQL of statements that put rows into a relation.
 *
 * @param relation what the client calls the table
 */
record Texts(TableShape shape, String relation) {

  String insert(List<String> columns, Map<String, Map<String, String>> rows) {
    return "INSERT INTO %s (%s) VALUES %s"
        .formatted(
            relation,
            names(columns),
            rows.entrySet().stream()
                .map(row -> Statement.values(withKey(row.getKey(), row.getValue())))
                .collect(Collectors.joining(", ")));
  }

  /** Its first line is the statement; the others are what it copies. */
  String copy(List<String> columns, Map<String, Map<String, String>> rows) {
    return rows.entrySet().stream()
        .map(row -> withKey(row.getKey(), row.getValue()).values())
        .map(values -> values.stream().map(v -> v == null ? "\\N" : v).toList())
        .map(values -> String.join("\t", values) + "\n")
        .collect(
            Collectors.joining("", "COPY %s (%s) FROM STDIN%n".formatted(relation, names(columns)), ""));
  }

  String upsert(List<String> columns, String key, Map<String, String> row) {
    return "%s ON CONFLICT (%s) DO UPDATE SET %s"
        .formatted(
            insert(columns, Map.of(key, row)),
            shape.key().sql(),
            columns.stream()
                .map(c -> Identifier.of(c).sql())
                .map(c -> c + " = EXCLUDED." + c)
                .collect(Collectors.joining(", ")));
  }

  String merge(List<String> columns, String key, Map<String, String> row) {
    return ("MERGE INTO %s AS o USING (VALUES (%s::%s)) AS n (k) ON o.%s = n.k"
            + " WHEN MATCHED THEN UPDATE SET %s WHEN NOT MATCHED THEN INSERT (%s) VALUES %s")
        .formatted(
            relation,
            Kind.literal(key),
            shape.key().kind().type(),
            shape.key().sql(),
            Statement.settings(row),
            names(columns),
            Statement.values(withKey(key, row)));
  }

  /** What makes the statement tell the rows as the client then reads them. */
  String returning() {
    return shape.all().stream()
        .map(c -> "%s AS %s".formatted(c.sql() + "::text", c.sql()))
        .collect(Collectors.joining(", ", " RETURNING ", ""));
  }

  private String names(List<String> columns) {
    List<String> names = new ArrayList<>(List.of(shape.key().name()));
    names.addAll(columns);
    return Statement.list(names);
  }

  private Map<String, String> withKey(String key, Map<String, String> row) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(shape.key().name(), key);
    all.putAll(row);
    return all;
  }
}
