package dev.phase.engine.property;

import java.util.Arrays;
import java.util.List;

/** A column type with values that read back as they are written, and conversions that never fail. */
enum Kind {
  INT("integer", "7", "(random() * 1000)::integer", "1", "0", "-5", "42", "2000000000"),
  BIGINT("bigint", "7", "(random() * 1000)::bigint", "1", "0", "-5", "250", "9000000000000"),
  NUMERIC("numeric", "7.50", "random()::numeric", "1", "1.0", "1.00", "-2.345", "700000000000.5"),
  SCALED("numeric(12,2)", "7.50", "round(random()::numeric, 2)", "1.00", "0.00", "-2.35", "99.90"),
  TEXT("text", "seven", "md5(random()::text)", "x", "", "Ada King", " É 'ü' ", "007", "1.50", "true"),
  BOOLEAN("boolean", "true", "random() < 0.5", "true", "false"),
  TIMESTAMPTZ(
      "timestamp with time zone",
      "2026-02-03 04:05:06+00",
      "clock_timestamp()",
      "2026-01-01 00:00:00+00",
      "1999-12-31 23:59:59.5+00"),
  UUID(
      "uuid",
      "77777777-7777-7777-7777-777777777777",
      "gen_random_uuid()",
      "00000000-0000-0000-0000-000000000001",
      "ffffffff-ffff-4fff-8fff-ffffffffffff");

  private final String type;
  private final String constant;
  private final String volatileDefault;
  private final List<String> values;

  Kind(String type, String constant, String volatileDefault, String... values) {
    this.type = type;
    this.constant = constant;
    this.volatileDefault = volatileDefault;
    this.values = Arrays.asList(values);
  }

  static Kind of(int drawn) {
    return values()[drawn % values().length];
  }

  String type() {
    return type;
  }

  /** The text of the value that stands for a missing one. */
  String constant() {
    return constant;
  }

  String constantSql() {
    return literal(constant) + "::" + type;
  }

  String volatileDefault() {
    return volatileDefault;
  }

  /** A value as text, or null. */
  String value(int drawn, boolean nullable) {
    int choices = values.size() + (nullable ? 1 : 0);
    int choice = Math.floorMod(drawn, choices);
    return choice == values.size() ? null : values.get(choice);
  }

  boolean isNumber() {
    return ordinal() <= SCALED.ordinal();
  }

  static String literal(String value) {
    return value == null ? "NULL" : "'" + value.replace("'", "''") + "'";
  }

  /** The value of a column of this kind as text, whatever the session's time zone. */
  String text(String column) {
    return this == TIMESTAMPTZ ? number(column) + "::text" : column + "::text";
  }

  /** The value of a column of this kind made into another one; NULL where there is none. */
  String convert(Kind to, String c, int variant) {
    if (to == this) {
      return altered(c, variant);
    }
    return switch (to) {
      case TEXT -> text(c);
      case UUID -> "md5(%s)::uuid".formatted(text(c));
      case BOOLEAN -> "%s %% 2 = 0".formatted(number(c));
      case TIMESTAMPTZ ->
          "'2026-01-01 00:00:00+00'::timestamptz + %s * interval '1 second'".formatted(number(c));
      default -> isNumber() ? "(%s %% 1000000)::%s".formatted(c, to.type) : number(c) + "::" + to.type;
    };
  }

  private String altered(String c, int variant) {
    boolean odd = variant % 2 == 1;
    return switch (this) {
      case INT, BIGINT -> odd ? "%s / 10".formatted(c) : "%s # 5".formatted(c);
      case NUMERIC, SCALED -> odd ? "round(%s, 1)".formatted(c) : "%s + 0.50".formatted(c);
      case TEXT ->
          List.of("upper(%s)", "lower(%s)", "left(%s, 3)", "nullif(btrim(%s), '')")
              .get(variant % 4)
              .formatted(c);
      case BOOLEAN -> odd ? "%s IS TRUE".formatted(c) : "NOT %s".formatted(c);
      case TIMESTAMPTZ ->
          odd ? "date_trunc('day', %s, 'UTC')".formatted(c) : "%s + interval '1 hour'".formatted(c);
      case UUID -> "md5(%s::text)::uuid".formatted(c);
    };
  }

  private String number(String c) {
    return switch (this) {
      case INT, BIGINT, NUMERIC, SCALED -> "(%s %% 1000000)::integer".formatted(c);
      case TEXT ->
          "(CASE WHEN %1$s ~ '^-?[0-9]{1,6}$' THEN %1$s::integer ELSE length(%1$s) END)".formatted(c);
      case BOOLEAN -> "(CASE WHEN %1$s THEN 1 WHEN NOT %1$s THEN 0 END)".formatted(c);
      case TIMESTAMPTZ -> "(extract(epoch from %s)::bigint %% 1000000)::integer".formatted(c);
      case UUID -> "('x' || left(%s::text, 4))::bit(16)::integer".formatted(c);
    };
  }
}
