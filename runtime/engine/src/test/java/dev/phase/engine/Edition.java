package dev.phase.engine;

import java.util.List;
import java.util.Random;

/** The versions that {@link HammerTest} runs. */
enum Edition implements Face {
  BASELINE("public", "public", "orders", List.of("amount", "note", "name")),
  CENTS("public_0001_cents", "public", "orders", List.of("cents", "note", "name")),
  SALES(
      "public_0002_sales",
      "public_0002_sales",
      "sales",
      List.of("cents", "note", "name", "code", "vip")),
  WORDS(
      "public_0003_words",
      "public_0003_words",
      "sales",
      List.of("cents", "code", "vip", "word", "number"));

  private final String schema;
  private final String customersSchema;
  private final String table;
  private final List<String> columns;

  Edition(String schema, String customersSchema, String table, List<String> columns) {
    this.schema = schema;
    this.customersSchema = customersSchema;
    this.table = table;
    this.columns = columns;
  }

  @Override
  public String schema() {
    return schema;
  }

  @Override
  public String customersSchema() {
    return customersSchema;
  }

  @Override
  public String table() {
    return table;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public String path() {
    return schema + ", public";
  }

  @Override
  public List<String> values(long id, Random random) {
    return columns.stream().map(column -> value(column, id, random)).toList();
  }

  private static String value(String column, long id, Random random) {
    return switch (column) {
      case "amount" -> "%d.%02d".formatted(random.nextInt(1000), random.nextInt(100));
      case "cents" -> String.valueOf(random.nextInt(100_000));
      case "code" -> "code %d/%d".formatted(id, random.nextInt(10));
      case "vip" -> random.nextBoolean() ? "t" : "f";
      default -> column + " " + random.nextInt(100);
    };
  }
}
