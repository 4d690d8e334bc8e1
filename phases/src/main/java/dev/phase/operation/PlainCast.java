package dev.phase.operation;

import dev.phase.schema.Catalog;
import dev.phase.schema.Column;
import dev.phase.schema.SchemaException;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * PostgreSQL's own cast, where nobody says how a column is converted. The sessions of applications
 * and of the backfill differ in their settings, and must not differ in what they make of a value.
 *
 * @param value what the expressions call the column
 */
record PlainCast(Catalog catalog, Column from, Column to, SqlExpression value) {

  /** From one type to another, without precisions. */
  private static final Map<String, String> EXAMPLES =
      Map.of(
          "timestamp without time zone > timestamp with time zone", "%s AT TIME ZONE 'UTC'",
          "timestamp with time zone > timestamp without time zone", "%s AT TIME ZONE 'UTC'",
          "date > timestamp with time zone", "%s::timestamp AT TIME ZONE 'UTC'",
          "timestamp with time zone > date", "(%s AT TIME ZONE 'UTC')::date");

  /**
   * Refuses a cast that depends on the session.
   *
   * @param isUp whether values are cast on the way up
   * @param isDown whether they are on the way down
   */
  void require(boolean isUp, boolean isDown) {
    List<Direction> taken = new ArrayList<>();
    if (isUp) {
      taken.add(new Direction("up", from.type(), to.type()));
    }
    if (isDown) {
      taken.add(new Direction("down", to.type(), from.type()));
    }
    taken.stream()
        .filter(way -> !way.from().equals(way.to()))
        .filter(way -> catalog.castsBySession(way.from(), way.to()))
        .findFirst()
        .ifPresent(
            way -> {
              throw new SchemaException(
                  ("The cast of column %s from %s to %s depends on the session's settings, such as"
                          + " its time zone.")
                      .formatted(from.name(), way.from(), way.to()),
                  remedy(taken));
            });
  }

  /** Names all that is missing, lest the next refusal ask for the rest. */
  private String remedy(List<Direction> taken) {
    List<String> examples = taken.stream().flatMap(way -> way.example(value).stream()).toList();
    List<String> fields = taken.stream().map(way -> "`%s`".formatted(way.field())).toList();
    return examples.isEmpty()
        ? "Say with %s how to convert.".formatted(String.join(" and ", fields))
        : "Say how to convert, such as %s.".formatted(String.join(" and ", examples));
  }

  /** One of the two casts. */
  private record Direction(String field, SqlType from, SqlType to) {

    Optional<String> example(SqlExpression value) {
      String pair = "%s > %s".formatted(from, to).replaceAll("\\(\\d\\)", "");
      return Optional.ofNullable(EXAMPLES.get(pair))
          .map(text -> text.formatted(written(value)))
          .map(text -> "`%s: \"%s\"`".formatted(field, text));
    }

    /** With its quotes only where it needs them, and then as they are written in YAML. */
    private static String written(SqlExpression column) {
      return column
          .text()
          .replaceFirst("^\"([a-z_][a-z0-9_]*)\"$", "$1")
          .replace("\"", "\\\"");
    }
  }
}
