package dev.phase.engine.property;

import dev.phase.engine.property.ColumnShape.Filled;
import java.util.List;
import java.util.Optional;

/** Makes drawn numbers into the operations of change files. */
final class Operations {

  private static final List<String> NAMES = List.of("a", "Größe", "select", "Mixed Case", "b\"c");

  private final Drawn.Operation drawn;
  private final int serial;
  private final TableShape before;
  private final ColumnShape column;
  private final ColumnShape other;

  /**
   * @param serial makes names unique
   */
  Operations(TableShape before, Drawn.Operation drawn, int serial) {
    this.before = before;
    this.drawn = drawn;
    this.serial = serial;
    this.column = pick(drawn.column());
    this.other = pick(drawn.column() + 1 + drawn.other() % Math.max(1, before.columns().size() - 1));
  }

  /** An operation and the table after it. */
  record Made(String yaml, TableShape after) {}

  static String name(int drawn, int serial) {
    return NAMES.get(drawn % NAMES.size()) + serial;
  }

  Made make() {
    return switch (drawn.verb() % 13) {
      case 0, 1 -> add(Optional.empty());
      case 2 -> addComputed();
      case 3 -> rename();
      case 4 -> drop();
      case 5, 6 -> alter(Kind.of(drawn.kind()), column.nullable());
      case 7 -> alter(column.kind(), !column.nullable());
      case 8 -> alterDefault();
      case 9 -> renameTable();
      case 10 -> new Algebra(before, drawn, serial).split(column);
      case 11 ->
          other.equals(column)
              ? new Algebra(before, drawn, serial).split(column)
              : new Algebra(before, drawn, serial).merge(column, other);
      default -> check();
    };
  }

  private ColumnShape pick(int number) {
    return before.columns().get(number % before.columns().size());
  }

  private boolean flag(int bit) {
    return (drawn.variant() >> bit & 1) == 1;
  }

  private Made add(Optional<String> up) {
    Filled filled = Filled.values()[drawn.other() % 3];
    boolean nullable = flag(2) || (filled == Filled.NOTHING && up.isEmpty());
    ColumnShape added =
        new ColumnShape(
            name(drawn.variant(), serial), Kind.of(drawn.kind()), nullable, filled);
    String text =
        "add_column: { table: %s, column: { name: %s, type: %s, nullable: %s%s }%s }"
            .formatted(
                quote(before.name()),
                quote(added.name()),
                quote(added.kind().type()),
                nullable,
                added.defaultSql().map(d -> ", default: " + quote(d)).orElse(""),
                up.map(u -> ", up: " + quote(total(u, added))).orElse(""));
    return new Made(text, before.plus(added));
  }

  private Made addComputed() {
    Kind to = Kind.of(drawn.kind());
    return add(Optional.of(mixed(column, to, other)));
  }

  private Made rename() {
    ColumnShape renamed = column.named(name(drawn.variant(), serial));
    return new Made(
        "rename_column: { table: %s, from: %s, to: %s }"
            .formatted(quote(before.name()), quote(column.name()), quote(renamed.name())),
        before.replacing(column, renamed));
  }

  private Made renameTable() {
    TableShape renamed = before.named(name(drawn.variant(), serial));
    return new Made(
        "rename_table: { from: %s, to: %s }".formatted(quote(before.name()), quote(renamed.name())),
        renamed);
  }

  private Made drop() {
    if (before.columns().size() == 1) {
      return rename();
    }
    boolean computed = flag(0);
    boolean needed = column.required() || flag(1);
    String down = computed ? mixed(other, column.kind(), other) : column.kind().constantSql();
    return new Made(
        "drop_column: { table: %s, column: %s%s }"
            .formatted(
                quote(before.name()),
                quote(column.name()),
                needed ? ", down: " + quote(total(down, column)) : ""),
        before.without(column));
  }

  private Made alter(Kind to, boolean nullable) {
    Filled filled = to == column.kind() ? column.filled() : Filled.values()[drawn.other() % 2];
    ColumnShape altered = new ColumnShape(column.name(), to, nullable, filled);
    boolean plain = drawn.verb() % 13 == 7;
    String up = plain ? column.sql() : mixed(column, to, other);
    String down =
        plain ? column.sql() : to.convert(column.kind(), column.sql(), drawn.variant() + 1);
    return new Made(
        "alter_column: { table: %s, column: %s, type: %s, nullable: %s, default: %s, up: %s, down: %s }"
            .formatted(
                quote(before.name()),
                quote(column.name()),
                quote(to.type()),
                nullable,
                altered.defaultSql().map(Operations::quote).orElse("null"),
                quote(total(up, altered)),
                quote(total(down, column))),
        before.replacing(column, altered));
  }

  private Made alterDefault() {
    Filled filled = Filled.values()[(column.filled().ordinal() + 1 + drawn.variant() % 2) % 3];
    ColumnShape altered =
        new ColumnShape(column.name(), column.kind(), column.nullable(), filled);
    return new Made(
        "alter_column: { table: %s, column: %s, default: %s }"
            .formatted(
                quote(before.name()),
                quote(column.name()),
                altered.defaultSql().map(Operations::quote).orElse("null")),
        before.replacing(column, altered));
  }

  private Made check() {
    return new Made(
        "add_constraint: { table: %s, name: %s, check: %s }"
            .formatted(
                quote(before.name()),
                quote("check" + serial),
                quote("%1$s IS NULL OR %1$s = %1$s".formatted(column.sql()))),
        before);
  }

  /** From one column, and from a second one as well where the variant says so. */
  private String mixed(ColumnShape from, Kind to, ColumnShape second) {
    String one = from.kind().convert(to, from.sql(), drawn.variant());
    if (!flag(1) || second.equals(from)) {
      return one;
    }
    String text = second.kind().text(second.sql());
    return switch (to) {
      case TEXT -> "concat(%s, '/', %s)".formatted(one, text);
      case INT, BIGINT, NUMERIC -> "%s + coalesce(length(%s), 0)".formatted(one, text);
      default -> one;
    };
  }

  static String total(String expression, ColumnShape fills) {
    return fills.nullable()
        ? expression
        : "coalesce(%s, %s)".formatted(expression, fills.kind().constantSql());
  }

  static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
