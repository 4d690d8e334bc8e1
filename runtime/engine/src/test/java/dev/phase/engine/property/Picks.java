package dev.phase.engine.property;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a statement writes. */
record Picks(TableShape shape, Drawn.Step drawn) {

  /** The columns that it names; an INSERT must name some. */
  List<String> columns(boolean inserts) {
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

  /**
   * Legal values for these columns.
   *
   * @param row makes the rows of one statement differ
   */
  Map<String, String> values(List<String> columns, int row) {
    Map<String, String> values = new LinkedHashMap<>();
    for (ColumnShape column : shape.columns()) {
      if (columns.contains(column.name())) {
        int pick = drawn.value() + values.size() * (drawn.value() % 5) + row;
        values.put(column.name(), column.kind().value(pick, column.nullable()));
      }
    }
    return values;
  }
}
