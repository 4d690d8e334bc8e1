package dev.phase.planning;

import dev.phase.need.Conversion;
import dev.phase.need.SyncRule;
import dev.phase.schema.Catalog;
import dev.phase.schema.Column;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlExpression;
import dev.phase.window.VersionState;
import dev.phase.window.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks whether rows that are there come back as they were from {@code up} and then {@code down}. */
final class RoundTrip {

  private static final Sql ROWS = new Sql("1000");

  private final Catalog catalog;
  private final Window window;
  private final SyncRule rule;
  private final Set<Identifier> made;

  RoundTrip(Catalog catalog, Window window, SyncRule rule) {
    this.catalog = catalog;
    this.window = window;
    this.rule = rule;
    this.made =
        rule.up().stream().map(c -> c.target().physical()).collect(Collectors.toSet());
  }

  /** Empty where all is well, or where it cannot be seen before the expand. */
  Optional<Problem> look() {
    Optional<Table> base = catalog.base(rule.on());
    if (rule.conversions().anyMatch(Conversion::isVolatile)
        || base.isEmpty()
        || !needed().allMatch(c -> base.get().holder(c.physical()).isPresent())
        || needed().map(Column::physical).anyMatch(unfilled()::contains)) {
      return Optional.empty();
    }
    Conversion down = rule.down().get(0);
    try {
      String[] counts = catalog.constant(query(base.get())).orElseThrow().split("/");
      return counts[0].equals("0")
          ? Optional.empty()
          : Optional.of(
              new Problem(
                  down.source(),
                  "Of %s rows of %s, %s do not come back as they were from `up` and then `down`."
                      .formatted(counts[1], base.get().name(), counts[0]),
                  "Where newer versions write such a value, older ones see another; correct the expressions unless that is meant."));
    } catch (SchemaException e) {
      return Optional.of(
          new Problem(
              down.source(),
              "`up` or `down` fails for a row of %s that is there. %s"
                  .formatted(base.get().name(), e.problem()),
              "Let them give a value for every row."));
    }
  }

  /** The columns of versions whose rows are being converted. */
  private Set<Identifier> unfilled() {
    return window.versions().stream()
        .filter(version -> version.state() == VersionState.PREPARING)
        .flatMap(version -> version.needs().stream())
        .filter(SyncRule.class::isInstance)
        .map(SyncRule.class::cast)
        .filter(below -> below.on().equals(rule.on()))
        .flatMap(below -> below.up().stream())
        .map(up -> up.target().physical())
        .collect(Collectors.toSet());
  }

  /** The columns that are there and are read, and those that go. */
  private Stream<Column> needed() {
    return Stream.concat(
            rule.conversions().flatMap(c -> c.arguments().stream()),
            rule.down().stream().map(Conversion::target))
        .filter(c -> !made.contains(c.physical()));
  }

  private SqlExpression query(Table base) {
    Map<Identifier, Sql> before = new LinkedHashMap<>();
    Map<Identifier, Sql> after = new LinkedHashMap<>();
    rule.conversions()
        .flatMap(c -> c.arguments().stream())
        .filter(c -> !made.contains(c.physical()))
        .forEach(
            c -> {
              before.put(c.name(), Sql.of("%s", c.physical()));
              after.put(c.name(), Sql.of("%s", c.name()));
            });
    rule.up().forEach(c -> after.put(c.target().name(), value(c)));
    List<Sql> differences = new ArrayList<>();
    for (Conversion down : rule.down()) {
      Identifier old = Identifier.of("phase old %d".formatted(differences.size()));
      before.put(old, Sql.of("%s", down.target().physical()));
      after.put(old, Sql.of("%s", old));
      differences.add(
          Sql.of(
              "CAST(%s AS pg_catalog.text) IS DISTINCT FROM CAST(%s AS pg_catalog.text)",
              old, value(down)));
    }
    Sql rows =
        Sql.of(
            "SELECT %s FROM %s LIMIT %s",
            list(before), new QualifiedName(window.schema(), base.name()), ROWS);
    return new SqlExpression(
        Sql.of(
                "(SELECT pg_catalog.concat(count(*) FILTER (WHERE %s), '/', count(*))"
                    + " FROM (SELECT %s FROM (%s) AS before) AS after)",
                Sql.join(" OR ", differences), list(after), rows)
            .sql());
  }

  private static Sql value(Conversion conversion) {
    return Sql.of("CAST(%s AS %s)", conversion.expression(), conversion.target().type());
  }

  private static Sql list(Map<Identifier, Sql> columns) {
    return Sql.list(
        columns.entrySet().stream()
            .map(e -> Sql.of("%s AS %s", e.getValue(), e.getKey()))
            .toList());
  }
}
