package dev.phase.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.need.Conversion;
import dev.phase.need.SyncRule;
import dev.phase.schema.Column;
import dev.phase.schema.TableKey;
import dev.phase.sql.Sql;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** After any write each version reads back what was written through it, and all rules hold. */
@PostgresTest
class RandomWritesTest {

  private static final int STATEMENTS = 300;

  private final Database database;

  RandomWritesTest(Database database) {
    this.database = database;
  }

  @ParameterizedTest
  @MethodSource("dev.phase.compat.Scenario#all")
  void convergeAndRespectTheirOrigin(Scenario scenario) throws SQLException {
    database.run(scenario.table());
    new Running(database).expand(scenario.window());
    Random random = new Random(20261121);
    List<String> history = new ArrayList<>();
    try (Connection connection = database.connect()) {
      Rows rows = new Rows(connection, scenario.window());
      for (int i = 0; i < STATEMENTS; i++) {
        int version = random.nextInt(scenario.window().versions().size());
        TreeMap<String, List<String>> expected = rows.read(version);
        Write write = Write.random(random, scenario, version, rows.columns(version), expected);
        history.add(write.toString());
        rows.run(write);
        String context = "after\n" + String.join("\n", history.subList(Math.max(0, i - 12), i + 1));
        if (write.isJudgedRight(scenario)) {
          write.applyTo(expected, rows.columns(version));
          assertEquals(expected.toString(), rows.read(version).toString(), context);
        }
        for (SyncRule rule : scenario.window().rules(new TableKey("t"))) {
          assertEquals("", broken(rows, rule), () -> "rule " + rule.position() + " " + context);
        }
      }
    }
  }

  private static String broken(Rows rows, SyncRule rule) throws SQLException {
    if (rule.up().isEmpty() || rule.down().isEmpty()) {
      return "";
    }
    return String.join(
        "\n",
        rows.strings(
            "SELECT t::text FROM t WHERE NOT (%s) AND NOT (%s)"
                .formatted(holds(rule.up()), holds(rule.down()))));
  }

  private static String holds(List<Conversion> conversions) {
    return conversions.stream()
        .map(
            c ->
                "%s::text IS NOT DISTINCT FROM %s::%s::text"
                    .formatted(
                        c.target().physical().sql(),
                        c.call(
                                c.arguments().stream()
                                    .map(Column::physical)
                                    .map(p -> Sql.of("%s", p))
                                    .toList())
                            .sql(),
                        c.target().type().sql()))
        .collect(Collectors.joining(" AND "));
  }
}
