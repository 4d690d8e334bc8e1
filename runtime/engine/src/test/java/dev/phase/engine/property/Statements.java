package dev.phase.engine.property;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Reach reach;
  private final int version;
  private final TableShape shape;
  private final Picks picks;

  /**
   * @param rows what the session sees
   * @param locked keys that another session has written
   */
  Statements(Scene scene, Drawn.Step drawn, Map<String, Row> rows, Set<String> locked) {
    this.scene = scene;
    this.drawn = drawn;
    this.rows = rows;
    this.locked = locked;
    this.reach = Reach.drawn(scene, drawn);
    this.version = reach.version();
    this.shape = scene.shape(version);
    this.picks = new Picks(shape, drawn);
  }

  Reach reach() {
    return reach;
  }

  /**
   * @param relation what the client calls the table
   * @param isBase whether that is the base table
   * @param major the server's
   */
  Statement make(String relation, boolean isBase, int major) {
    Texts texts = new Texts(shape, relation);
    int verb = drawn.verb();
    if (verb <= 8 || rows.isEmpty()) {
      return insert(texts, false);
    }
    if (verb == Drawn.COPY) {
      return insert(texts, isBase);
    }
    if (verb <= 17) {
      return update(texts);
    }
    boolean merges = verb == Drawn.MERGE && major >= (isBase ? 15 : 17);
    return verb <= 19 ? delete(relation) : upsert(texts, merges);
  }

  private Statement insert(Texts texts, boolean copies) {
    List<String> columns = picks.columns(true);
    Map<String, Map<String, String>> inserted = new TreeMap<>();
    for (int i = 0; i <= drawn.target() % 3; i++) {
      freeKey(drawn.target() + i, inserted.keySet())
          .ifPresent(key -> inserted.put(key, picks.values(columns, inserted.size())));
    }
    if (inserted.isEmpty()) {
      return update(texts);
    }
    return statement(
        copies ? texts.copy(columns, inserted) : texts.insert(columns, inserted) + returning(texts),
        inserted,
        Map.of(),
        List.of());
  }

  private String returning(Texts texts) {
    return drawn.access() % 2 == 0 ? texts.returning() : "";
  }

  private Optional<String> freeKey(int from, Set<String> taken) {
    for (int i = 0; i < KEYS; i++) {
      String key = Keys.of(shape.key().kind(), 1 + (from + i) % KEYS);
      if (!rows.containsKey(key) && !locked.contains(key) && !taken.contains(key)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  private Statement update(Texts texts) {
    List<String> keys = targets();
    boolean everything = drawn.access() / 5 % 3 == 0 && keys.size() == 1;
    List<String> columns = picks.columns(false);
    Map<String, Map<String, String>> updated = new TreeMap<>();
    Map<String, String> set = picks.values(columns, 0);
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
        "UPDATE %s SET %s WHERE %s"
            .formatted(texts.relation(), Statement.settings(set), where(keys));
    return statement(sql + returning(texts), Map.of(), updated, List.of());
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

  private Statement upsert(Texts texts, boolean merges) {
    List<String> columns = picks.columns(true);
    Map<String, String> row = picks.values(columns, 0);
    String key = Keys.of(shape.key().kind(), 1 + drawn.target() % KEYS);
    if (locked.contains(key) || columns.isEmpty()) {
      return update(texts);
    }
    String sql =
        merges
            ? texts.merge(columns, key, row)
            : texts.upsert(columns, key, row) + returning(texts);
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

  private Statement statement(
      String sql,
      Map<String, Map<String, String>> inserted,
      Map<String, Map<String, String>> updated,
      List<String> deleted) {
    return new Statement(
        version,
        reach.hint(scene),
        reach.settings(scene),
        sql,
        inserted,
        updated,
        deleted);
  }
}
