package dev.phase.lint;

import dev.phase.operation.AddColumn;
import dev.phase.operation.AlterColumn;
import dev.phase.operation.ColumnSpec;
import dev.phase.operation.CreateIndex;
import dev.phase.operation.CreateTable;
import dev.phase.operation.MergeColumns;
import dev.phase.operation.SplitColumn;
import dev.phase.sql.SqlType;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What operations do safely, and is regretted all the same. */
final class OperationRules {

  private static final int MANY_COLUMNS = 3;
  private static final String TWO_BYTES = "32,767";
  private static final String FOUR_BYTES = "2,147,483,647";
  private static final Map<String, String> SMALL_KEYS =
      Map.of(
          "smallint", TWO_BYTES, "int2", TWO_BYTES, "integer", FOUR_BYTES, "int", FOUR_BYTES,
          "int4", FOUR_BYTES);

  private OperationRules() {}

  static List<OperationRule<?>> all() {
    return List.of(
        new OperationRule<>("small-key", CreateTable.class, OperationRules::smallKeys),
        new OperationRule<>("type-regretted", CreateTable.class, OperationRules::types),
        new OperationRule<>(
            "type-regretted",
            AddColumn.class,
            (add, report) -> type(add.column().type(), "column.type", report)),
        new OperationRule<>(
            "type-regretted",
            AlterColumn.class,
            (alter, report) -> alter.type().ifPresent(type -> type(type, "type", report))),
        new OperationRule<>(
            "type-regretted",
            SplitColumn.class,
            (split, report) ->
                split.into().forEach((n, c) -> type(c.type(), "into.%s.type".formatted(n), report))),
        new OperationRule<>(
            "type-regretted",
            MergeColumns.class,
            (merge, report) -> type(merge.into().column().type(), "into.type", report)),
        new OperationRule<>("session-cast", AlterColumn.class, CastRules::alter),
        new OperationRule<>("round-trip", SplitColumn.class, AlgebraRules::split),
        new OperationRule<>("round-trip", MergeColumns.class, AlgebraRules::merge),
        new OperationRule<>("index-hash", CreateIndex.class, OperationRules::hash),
        new OperationRule<>("index-many-columns", CreateIndex.class, OperationRules::columns));
  }

  private static void smallKeys(CreateTable table, OperationRule.Report report) {
    for (int i = 0; i < table.columns().size(); i++) {
      ColumnSpec column = table.columns().get(i);
      if (column.primaryKey() && SMALL_KEYS.containsKey(word(column.type()))) {
        report.add(
            "columns[%d].type".formatted(i),
            "Key %s of %s cannot count further than %s."
                .formatted(column.name(), table.name(), SMALL_KEYS.get(word(column.type()))),
            "Use bigint; the change later goes through every table that refers to it.");
      }
    }
  }

  private static void types(CreateTable table, OperationRule.Report report) {
    for (int i = 0; i < table.columns().size(); i++) {
      type(table.columns().get(i).type(), "columns[%d].type".formatted(i), report);
    }
  }

  private static void type(SqlType type, String field, OperationRule.Report report) {
    String word = word(type);
    if (word.equals("json")) {
      report.add(
          field,
          "Values of type json cannot be compared, which SELECT DISTINCT and UNION need.",
          "Use jsonb.");
    } else if (word.equals("timestamp") || word.equals("timestamp without time zone")) {
      report.add(
          field,
          "A timestamp without time zone means another moment in every time zone.",
          "Use timestamptz.");
    } else if (word.equals("char") || word.equals("character") || word.equals("bpchar")) {
      report.add(field, "char(n) is padded with blanks.", "Use text with a `check`.");
    } else if (word.equals("money")) {
      report.add(field, "What money means depends on lc_monetary.", "Use numeric.");
    }
  }

  private static void hash(CreateIndex index, OperationRule.Report report) {
    if (index.method().filter(m -> m.value().equals("hash")).isPresent()) {
      report.add(
          "method",
          "Hash index %s serves equality alone, and cannot be unique.".formatted(index.name()),
          "Use btree.");
    }
  }

  private static void columns(CreateIndex index, OperationRule.Report report) {
    if (!index.unique() && index.columns().size() > MANY_COLUMNS) {
      report.add(
          "columns",
          "Index %s has more than three columns; later ones seldom help.".formatted(index.name()),
          "Keep the columns that queries select by, or `include` the others.");
    }
  }

  /** The type without its length. */
  private static String word(SqlType type) {
    String name = type.name().toLowerCase(Locale.ROOT).strip();
    return name.replaceAll("\\s*\\([^)]*\\)", "");
  }
}
