package dev.phase.lint;

import dev.phase.operation.AlterColumn;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlType;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Casts that each session makes by its own time zone. */
final class CastRules {

  private static final Set<String> ZONED =
      Set.of("timestamptz", "timestamp with time zone", "timetz", "time with time zone");
  private static final Set<String> UNZONED =
      Set.of(
          "timestamp", "timestamp without time zone", "time", "time without time zone", "date");

  /** A column, its name in quotes or not. */
  private static final String COLUMN = "(?:\"[^\"]+\"|\\w+)";

  /** Nothing but a column, or that with a cast to the type in the one group or the other. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "%1$s(?:\\s*::\\s*(.+))?|cast\\s*\\(\\s*%1$s\\s+as\\s+(.+?)\\s*\\)".formatted(COLUMN));

  private CastRules() {}

  static void alter(AlterColumn alter, OperationRule.Report report) {
    boolean becomesZoned =
        alter.type().map(SqlType::name).map(CastRules::word).filter(ZONED::contains).isPresent();
    alter.up().filter(up -> isPlain(up, becomesZoned)).ifPresent(up -> report(report, "up"));
    alter
        .down()
        .filter(down -> isPlain(down, becomesZoned))
        .ifPresent(down -> report(report, "down"));
  }

  /**
   * @param isZoned whether the column's new type has a time zone
   */
  private static boolean isPlain(SqlExpression expression, boolean isZoned) {
    Matcher matcher = PLAIN.matcher(word(expression.text()));
    if (!matcher.matches()) {
      return false;
    }
    Optional<String> type =
        Optional.ofNullable(matcher.group(1)).or(() -> Optional.ofNullable(matcher.group(2)));
    return type.map(t -> ZONED.contains(t) || isZoned && UNZONED.contains(t)).orElse(isZoned);
  }

  private static void report(OperationRule.Report report, String field) {
    report.add(
        field,
        "The cast of `%s` depends on the time zone of the session that makes it.".formatted(field),
        "Name the zone, such as with AT TIME ZONE 'UTC'.");
  }

  /** In lower case, without precisions. */
  private static String word(String text) {
    return text.toLowerCase(Locale.ROOT).strip().replaceAll("\\s*\\(\\d\\)", "");
  }
}
