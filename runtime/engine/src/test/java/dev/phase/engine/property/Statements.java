package dev.phase.engine.property;

import dev.phase.engine.property.Statement.Access;
import dev.phase.sql.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes drawn numbers into statements that are legal in the version that issues them. */
final class Statements {

  private static final int KEYS = 12;

  private final Scene scene;
  private final Drawn.Step drawn;
  private final Map<String, Row> rows;
  private final Set<String> locked;
  private final Access access;
  private final int version;
  private final TableShape shape;

  /**
   * @param rows what the session sees
   * @param locked keys that another session has written
   */
  Statements(Scene scene, Drawn.Step drawn, Map<String, Row> rows, Set<String> locked) {
    this.scene = scene;
    this.drawn = drawn;
    this.rows = rows;
    this.locked = locked;
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i <= scene.newest(); i++) {
      if (scene.isOpen(i)) {
        open.add(i);
      }
    }
    Access wanted = Access.values()[drawn.access() % 5];
    this.version = wanted == Access.BASE ? 0 : open.get(drawn.version() % open.size());
    this.access = wanted;
    this.shape = scene.shape(version);
  }

  static String key(Kind kind, int number) {
    return switch (kind) {
      case BIGINT -> Long.toString(number * 10_000_000_000L);
      case TEXT -> "Key " + number;
      case UUID -> "00000000-0000-4000-8000-0000000000%02d".formatted(number);
      default -> Integer.toString(number);
    };
  }

  /** @param relations the name of the table for a client of each version */
  Statement make(String relation) {
    int verb = drawn.verb();
    if (verb <= 8 || rows.isEmpty()) {
      return insert(relation);
    }
    return verb <= 17 ? update(relation) : verb <= 19 ? delete(relation) : upsert(relation);
  }

  int version() {
    return version;
  }

  Access access() {
    return access;
  }

  private Statement insert(String relation) {
    List<String> columns = written(true);
    Map<String, Map<String, String>> inserted = new TreeMap<>();
    for (int i = 0; i <= drawn.target() % 3; i++) {
      freeKey(drawn.target() + i, inserted.keySet())
          .ifPresent(key -> inserted.put(key, values(columns, inserted.size())));
    }
    if (inserted.isEmpty()) {
      return update(relation);
    }
    List<String> rowTexts = new ArrayList<>();
    inserted.forEach((key, row) -> rowTexts.add(Statement.values(withKey(key, row))));
    List<String> names = new ArrayList<>(List.of(shape.key().name()));
    names.addAll(columns);
    String sql =
        "INSERT INTO %s (%s) VALUES %s"
            .formatted(relation, Statement.list(names), String.join(", ", rowTexts));
    return statement(sql, inserted, Map.of(), List.of());
  }

  private java.util.Optional<String> freeKey(int from, Set<String> taken) {
    for (int i = 0; i < KEYS; i++) {
      String key = key(shape.key().kind(), 1 + (from + i) % KEYS);
      if (!rows.containsKey(key) && !locked.contains(key) && !taken.contains(key)) {
        return java.util.Optional.of(key);
      }
    }
    return java.util.Optional.empty();
  }

  private Map<String, String> withKey(String key, Map<String, String> row) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(shape.key().name(), key);
    all.putAll(row);
    return all;
  }

  private Statement update(String relation) {
    List<String> keys = targets();
    boolean everything = drawn.access() / 5 % 3 == 0 && keys.size() == 1;
    List<String> columns = written(false);
    Map<String, Map<String, String>> updated = new TreeMap<>();
    Map<String, String> set = values(columns, 0);
    if (everything) {
      Map<String, String> all = new LinkedHashMap<>(present(keys.get(0)));
      all.remove(shape.key().name());
      all.putAll(set);
      set = all;
    }
    for (String key : keys) {
      updated.put(key, set);
    }
    String sql =
        "UPDATE %s SET %s WHERE %s".formatted(relation, Statement.settings(set), where(keys));
    return statement(sql, Map.of(), updated, List.of());
  }

  /** The row as the client reads it. */
  private Map<String, String> present(String key) {
    Map<String, String> row = new LinkedHashMap<>();
    for (ColumnShape column : shape.all()) {
      row.put(column.name(), rows.get(key).base().get(scene.physical(version, column.name())));
    }
    return row;
  }

  private Statement delete(String relation) {
    List<String> keys = targets();
    return statement(
        "DELETE FROM %s WHERE %s".formatted(relation, where(keys)), Map.of(), Map.of(), keys);
  }

  private Statement upsert(String relation) {
    List<String> columns = written(true);
    Map<String, String> row = values(columns, 0);
    String key = key(shape.key().kind(), 1 + drawn.target() % KEYS);
    if (locked.contains(key) || columns.isEmpty()) {
      return update(relation);
    }
    String excluded =
        columns.stream()
            .map(c -> Identifier.of(c).sql())
            .map(c -> c + " = EXCLUDED." + c)
            .collect(Collectors.joining(", "));
    List<String> names = new ArrayList<>(List.of(shape.key().name()));
    names.addAll(columns);
    String sql =
        "INSERT INTO %s (%s) VALUES %s ON CONFLICT (%s) DO UPDATE SET %s"
            .formatted(
                relation,
                Statement.list(names),
                Statement.values(withKey(key, row)),
                shape.key().sql(),
                excluded);
    return rows.containsKey(key)
        ? statement(sql, Map.of(), Map.of(key, row), List.of())
        : statement(sql, Map.of(key, row), Map.of(), List.of());
  }

  private List<String> targets() {
    List<String> free = rows.keySet().stream().filter(k -> !locked.contains(k)).toList();
    if (free.isEmpty()) {
      return List.of();
    }
    int first = drawn.target() % free.size();
    return drawn.target() / free.size() % 3 == 2
        ? free.subList(0, first + 1)
        : List.of(free.get(first));
  }

  private String where(List<String> keys) {
    return keys.isEmpty()
        ? "false"
        : "%s IN (%s)"
            .formatted(
                shape.key().sql(),
                keys.stream().map(Kind::literal).collect(Collectors.joining(", ")));
  }

  private List<String> written(boolean inserts) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < shape.columns().size(); i++) {
      ColumnShape column = shape.columns().get(i);
      if ((inserts && column.required()) || (drawn.mask() >> i & 1) == 0) {
        names.add(column.name());
      }
    }
    if (names.isEmpty() && !inserts) {
      names.add(shape.columns().get(drawn.mask() % shape.columns().size()).name());
    }
    return names;
  }

  private Map<String, String> values(List<String> columns, int row) {
    Map<String, String> values = new LinkedHashMap<>();
    for (ColumnShape column : shape.columns()) {
      if (columns.contains(column.name())) {
        int pick = drawn.value() + values.size() * (drawn.value() % 5) + row;
        values.put(column.name(), column.kind().value(pick, column.nullable()));
      }
    }
    return values;
  }

  private Statement statement(
      String sql,
      Map<String, Map<String, String>> inserted,
      Map<String, Map<String, String>> updated,
      List<String> deleted) {
    String own = scene.version(version).schema().map(Identifier::sql).orElse("public");
    int foreign = drawn.target() % (scene.newest() + 1);
    boolean says = access == Access.SETTING;
    int said = access == Access.FOREIGN_PATH || access == Access.BASE ? foreign : version;
    boolean silent =
        access == Access.QUALIFIED || (!says && scene.version(said).schema().isEmpty());
    String searchPath =
        switch (access) {
          case PATH -> own + ", public";
          case QUALIFIED, SETTING -> "pg_catalog";
          case FOREIGN_PATH, BASE ->
              scene.version(foreign).schema().map(s -> s.sql() + ", ").orElse("") + "public";
        };
    return new Statement(
        version,
        silent ? OptionalInt.empty() : OptionalInt.of(said),
        List.of(
            "SET search_path = " + searchPath,
            "SET phase.version = "
                + Kind.literal(says ? scene.version(version).name() : "")),
        sql,
        inserted,
        updated,
        deleted);
  }
}
