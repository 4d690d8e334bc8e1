package dev.phase.engine;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * One release of {@link TrainTest}.
 *
 * @param operations of its change
 * @param plain the DDL that comes to the same
 * @param table what it calls the orders
 * @param columns what makes values of those that it writes
 * @param agree what holds for each order as the version before it (o) and this one (n) see it
 * @param converted columns that both have, but not with the same text
 */
record TrainRelease(
    String id,
    String operations,
    List<String> plain,
    String table,
    Map<String, BiFunction<Long, Random, String>> columns,
    String agree,
    List<String> converted) {

  TrainRelease {
    // In an order that a seed can rely on.
    columns = Collections.unmodifiableMap(new TreeMap<>(columns));
  }

  String change() {
    return "backfill: { batch_rows: 400 }\noperations:\n" + operations;
  }

  /** How many orders the two versions do not agree on, in one snapshot. */
  String disagreements(Face older, Face newer) {
    String same =
        older.columns().stream()
            .filter(newer.columns()::contains)
            .filter(column -> !converted.contains(column))
            .map(column -> "o.%1$s::text IS NOT DISTINCT FROM n.%1$s::text".formatted(column))
            .collect(Collectors.joining(" AND "));
    return """
        SELECT count(*) FROM (SELECT * FROM %s.%s) o FULL JOIN (SELECT * FROM %s.%s) n USING (id)
        WHERE (o.customer_id = n.customer_id AND %s AND %s) IS NOT TRUE"""
        .formatted(older.schema(), older.table(), newer.schema(), newer.table(), same, agree);
  }

  /** What the next release makes of it; everything else is as it was. */
  Next next(String id) {
    return new Next(this, id);
  }

  static final class Next {

    private final String id;
    private final Map<String, BiFunction<Long, Random, String>> columns;
    private String table;
    private String agree = "true";
    private List<String> converted = List.of();

    private Next(TrainRelease before, String id) {
      this.id = id;
      this.table = before.table;
      this.columns = new HashMap<>(before.columns);
    }

    Next table(String name) {
      table = name;
      return this;
    }

    Next has(String column, BiFunction<Long, Random, String> values) {
      columns.put(column, values);
      return this;
    }

    Next hasNo(String... names) {
      List.of(names).forEach(columns::remove);
      return this;
    }

    Next agrees(String condition, String... changed) {
      agree = condition;
      converted = List.of(changed);
      return this;
    }

    TrainRelease by(String operations, String... plain) {
      return new TrainRelease(
          id, operations, List.of(plain), table, columns, agree, converted);
    }
  }
}
