package dev.phase.engine.property;

import dev.phase.engine.property.ColumnShape.Filled;
import java.util.Map;
import java.util.stream.Collectors;

/** One column that becomes two, or two that become one. */
final class Algebra {

  private final TableShape before;
  private final Drawn.Operation drawn;
  private final int serial;

  Algebra(TableShape before, Drawn.Operation drawn, int serial) {
    this.before = before;
    this.drawn = drawn;
    this.serial = serial;
  }

  Operations.Made split(ColumnShape column) {
    ColumnShape one = made("p", Kind.of(drawn.kind()), 0);
    ColumnShape two = made("q", Kind.of(drawn.kind() + drawn.other()), 1);
    String up = column.kind().convert(one.kind(), column.sql(), drawn.variant());
    String second = column.kind().convert(two.kind(), column.sql(), drawn.variant() + 1);
    ColumnShape source = drawn.variant() % 3 == 0 ? two : one;
    String down = source.kind().convert(column.kind(), source.sql(), drawn.variant());
    return new Operations.Made(
        "split_column: { table: %s, column: %s, into: { %s, %s }, down: %s }"
            .formatted(
                Operations.quote(before.name()),
                Operations.quote(column.name()),
                into(one, up),
                into(two, second),
                Operations.quote(Operations.total(down, column))),
        before.without(column).plus(one).plus(two));
  }

  Operations.Made merge(ColumnShape column, ColumnShape other) {
    ColumnShape made = made("m", Kind.of(drawn.kind()), 0);
    String up =
        made.kind() == Kind.TEXT
            ? "concat_ws('/', %s, %s)"
                .formatted(column.kind().text(column.sql()), other.kind().text(other.sql()))
            : column.kind().convert(made.kind(), column.sql(), drawn.variant());
    Map<String, String> down =
        Map.of(
            column.name(), down(made, column),
            other.name(), down(made, other));
    return new Operations.Made(
        "merge_columns: { table: %s, columns: [ %s, %s ], into: { name: %s, %s, down: { %s } }"
            .formatted(
                Operations.quote(before.name()),
                Operations.quote(column.name()),
                Operations.quote(other.name()),
                Operations.quote(made.name()),
                fields(made, up),
                down.entrySet().stream()
                    .map(e -> Operations.quote(e.getKey()) + ": " + Operations.quote(e.getValue()))
                    .sorted()
                    .collect(Collectors.joining(", "))),
        before.without(column).without(other).plus(made));
  }

  private String down(ColumnShape made, ColumnShape column) {
    return Operations.total(
        made.kind().convert(column.kind(), made.sql(), drawn.variant() + 1), column);
  }

  private ColumnShape made(String suffix, Kind kind, int bit) {
    boolean nullable = (drawn.variant() >> bit & 1) == 1;
    Filled filled = (drawn.other() >> bit & 1) == 1 ? Filled.CONSTANT : Filled.NOTHING;
    return new ColumnShape(
        Operations.name(drawn.variant(), serial) + suffix, kind, nullable, filled);
  }

  private static String into(ColumnShape column, String up) {
    return "%s: { %s".formatted(Operations.quote(column.name()), fields(column, up));
  }

  /** With the bracket that ends them. */
  private static String fields(ColumnShape column, String up) {
    return "type: %s, nullable: %s, up: %s%s }"
        .formatted(
            Operations.quote(column.kind().type()),
            column.nullable(),
            Operations.quote(Operations.total(up, column)),
            column.defaultSql().map(d -> ", default: " + Operations.quote(d)).orElse(""));
  }
}
