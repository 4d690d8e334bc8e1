package dev.phase.engine.property;

import dev.phase.engine.property.ColumnShape.Filled;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table before any change, with its rows. */
record Baseline(TableShape shape, List<String> statements) {

  private static final List<Kind> KEYS = List.of(Kind.INT, Kind.BIGINT, Kind.TEXT, Kind.UUID);

  static Baseline drawn(Drawn.Table drawn) {
    ColumnShape key =
        new ColumnShape(
            List.of("id", "Id", "key").get(drawn.key() % 3),
            KEYS.get(drawn.key() % KEYS.size()),
            false,
            Filled.NOTHING);
    List<ColumnShape> columns = new ArrayList<>();
    for (Drawn.Column c : drawn.columns()) {
      columns.add(
          new ColumnShape(
              Operations.name(c.name(), 0) + "_" + columns.size(),
              Kind.of(c.kind()),
              c.nullable(),
              Filled.values()[c.filled()]));
    }
    TableShape shape =
        new TableShape(List.of("t", "My Table").get(drawn.key() / 4 % 2), key, columns);
    List<String> statements = new ArrayList<>(List.of(shape.definition()));
    for (int i = 0; i < drawn.rows(); i++) {
      statements.add(insert(shape, i));
    }
    return new Baseline(shape, statements);
  }

  private static String insert(TableShape shape, int number) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put(shape.key().name(), Keys.of(shape.key().kind(), 1 + number));
    for (ColumnShape column : shape.columns()) {
      row.put(column.name(), column.kind().value(number + row.size(), column.nullable()));
    }
    return "INSERT INTO %s (%s) VALUES %s"
        .formatted(shape.sql(), Statement.list(row.keySet()), Statement.values(row));
  }
}
