package dev.phase.compat.sync;

import dev.phase.need.Conversion;
import dev.phase.schema.Column;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Conditions over the new and the old row of a trigger. A referential action runs the trigger as
 * the table's owner, but with the search_path of whoever began it: no operator in them is looked
 * for there.
 */
final class Compare {

  static final Sql FALSE = new Sql("FALSE");

  /**
   * The types whose values are the same value exactly if they are equal, so that PostgreSQL's own
   * equality finds every change, fastest. Not so {@code 1.0} and {@code 1.00}, or two ways to write
   * a json document; and some types have no equality.
   */
  private static final Set<String> EXACT =
      Set.of(
          "smallint", "integer", "int", "bigint", "int2", "int4", "int8", "boolean", "bool", "real",
          "double precision", "float", "float4", "float8", "text", "varchar", "character varying",
          "char", "character", "date", "time", "time without time zone", "timestamp",
          "timestamp without time zone", "timestamptz", "timestamp with time zone", "uuid", "bytea",
          "name", "oid", "inet", "cidr", "macaddr", "macaddr8", "bit", "varbit", "bit varying");

  private Compare() {}

  /** The value of a column in {@code NEW} or {@code OLD}. */
  static Sql field(String row, Identifier physical) {
    return Sql.of("%s.%s", new Sql(row), physical);
  }

  /** What the conversion makes of this row. */
  static Sql converted(Conversion conversion, String row) {
    return conversion.call(
        conversion.arguments().stream().map(a -> field(row, a.physical())).toList());
  }

  /** Whether one of the columns has another value than before. */
  static Sql changed(List<Holder> holders) {
    return any(
        holders.stream()
            .map(h -> changed(h.column(), field("NEW", h.physical()), field("OLD", h.physical())))
            .toList());
  }

  private static Sql changed(Column column, Sql now, Sql before) {
    return isExact(column)
        ? Sql.of(
            "(%s OR (%s IS NULL AND %s IS NULL)) IS NOT TRUE",
            is(now, "=", before), now, before)
        : differs(now, before);
  }

  /** Whether a target of these conversions is not what they make of the row. */
  static Sql unlike(List<Conversion> conversions, String row) {
    return any(
        conversions.stream()
            .map(
                c ->
                    unlike(
                        c.target(),
                        field(row, c.target().physical()),
                        stored(c.target(), converted(c, row))))
            .toList());
  }

  private static Sql unlike(Column column, Sql one, Sql other) {
    return isExact(column) ? differs(one, other) : differs(text(one), text(other));
  }

  /** Whether a target of these conversions is NULL in the new row. */
  static Sql someNull(List<Conversion> conversions) {
    return any(
        conversions.stream()
            .map(c -> Sql.of("%s IS NULL", field("NEW", c.target().physical())))
            .toList());
  }

  /** Whether every target of these conversions is NULL in the new row. */
  static Sql allNull(List<Conversion> conversions) {
    return Sql.join(
        " AND ",
        conversions.stream()
            .map(c -> Sql.of("%s IS NULL", field("NEW", c.target().physical())))
            .toList());
  }

  static Sql any(List<Sql> conditions) {
    return conditions.isEmpty() ? FALSE : Sql.join(" OR ", conditions);
  }

  /** The value as the column would keep it: rounded to its scale, padded to its length. */
  static Sql stored(Column column, Sql value) {
    return column.type().name().indexOf('(') < 0
        ? value
        : Sql.of("CAST(%s AS %s)", value, column.type());
  }

  /** With one of PostgreSQL's own operators. */
  static Sql is(Sql one, String operator, Sql other) {
    return Sql.of("%s OPERATOR(pg_catalog.%s) %s", one, new Sql(operator), other);
  }

  /** Byte by byte, so it needs no operator of the type; NULL is like NULL. */
  private static Sql differs(Sql one, Sql other) {
    return Sql.of("pg_catalog.record_image_ne(ROW (%s), ROW (%s))", one, other);
  }

  private static Sql text(Sql value) {
    return Sql.of("(%s)::pg_catalog.text COLLATE pg_catalog.\"C\"", value);
  }

  private static boolean isExact(Column column) {
    String name = column.type().name().toLowerCase(Locale.ROOT).strip();
    boolean scaled = name.startsWith("numeric(") || name.startsWith("decimal(");
    String base = name.replaceAll("\\s*\\([^)]*\\)", "").replaceAll("(\\s*\\[[^\\]]*\\])+$", "");
    return column.collation().isEmpty() && (scaled || EXACT.contains(base));
  }
}
