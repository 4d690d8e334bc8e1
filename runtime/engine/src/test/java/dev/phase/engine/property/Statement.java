package dev.phase.engine.property;

import dev.phase.sql.Identifier;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One statement of one client, and what the client means by it.
 *
 * @param version the version that the client is written for
 * @param hint the version that the session says it is
 * @param session the settings that say so
 * @param sql the statement itself
 * @param inserted new rows by key, each with the columns that were given
 * @param updated rows by key, each with the columns that were set
 * @param deleted keys
 */
record Statement(
    int version,
    OptionalInt hint,
    List<String> session,
    String sql,
    Map<String, Map<String, String>> inserted,
    Map<String, Map<String, String>> updated,
    List<String> deleted) {

  /** How a client reaches its version. */
  enum Access {
    PATH,
    QUALIFIED,
    FOREIGN_PATH,
    SETTING,
    BASE
  }

  @Override
  public String toString() {
    return String.join("; ", session) + "; " + sql;
  }

  static String list(Iterable<String> names) {
    StringBuilder list = new StringBuilder();
    names.forEach(n -> list.append(list.isEmpty() ? "" : ", ").append(Identifier.of(n).sql()));
    return list.toString();
  }

  static String values(Map<String, String> row) {
    return row.values().stream().map(Kind::literal).collect(Collectors.joining(", ", "(", ")"));
  }

  static String settings(Map<String, String> row) {
    return row.entrySet().stream()
        .map(e -> Identifier.of(e.getKey()).sql() + " = " + Kind.literal(e.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** The keys that a write touches. */
  Map<String, String> touched() {
    Map<String, String> touched = new TreeMap<>();
    inserted.keySet().forEach(k -> touched.put(k, "inserted"));
    updated.keySet().forEach(k -> touched.put(k, "updated"));
    deleted.forEach(k -> touched.put(k, "deleted"));
    return touched;
  }
}
