package dev.phase.compat;

import static dev.phase.compat.Windows.column;
import static dev.phase.compat.Windows.required;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A column that no rule reads or writes tells who wrote, too, if only some versions have it. */
@PostgresTest
class WitnessTest {

  private static final String SILENCE = "SET search_path = pg_catalog";

  private final Database database;

  WitnessTest(Database database) {
    this.database = database;
  }

  private void expand(int boundaries) throws SQLException {
    Windows windows =
        new Windows(
                "public",
                "t",
                required(column("id", "integer")),
                column("unit", "integer"),
                column("old", "text"))
            .replace(
                List.of(),
                List.of(column("copy", "integer")),
                Map.of("copy", "unit * 10"),
                Map.of())
            .replace(List.of(), List.of(column("note", "text")), Map.of(), Map.of())
            .replace(List.of("old"), List.of(), Map.of(), Map.of())
            .version("v1");
    if (boundaries > 1) {
      windows
          .replace(
              List.of(),
              List.of(column("more", "integer")),
              Map.of("more", "unit * 100"),
              Map.of())
          .version("v2");
    }
    database.run("CREATE TABLE t (id integer PRIMARY KEY, unit integer, old text)");
    new Running(database).expand(windows.window());
    database.run("INSERT INTO t VALUES (1, 1)");
  }

  private List<String> copy() throws SQLException {
    return database.strings("SELECT copy FROM public_v1.t ORDER BY id DESC LIMIT 1");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void ofANewVersionWasInserted(int boundaries) throws SQLException {
    expand(boundaries);
    database.run(SILENCE, "INSERT INTO public_v1.t (id, unit, note) VALUES (2, 5, 'x')");
    assertEquals(Collections.singletonList(null), copy());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void ofANewVersionChanged(int boundaries) throws SQLException {
    expand(boundaries);
    database.run(SILENCE, "UPDATE public_v1.t SET unit = 5, note = 'x'");
    assertEquals(List.of("10"), copy());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void ofAnOldVersionChanged(int boundaries) throws SQLException {
    expand(boundaries);
    database.run("UPDATE public_v1.t SET copy = 7");
    database.run(SILENCE, "UPDATE public.t SET unit = 5, old = 'x'");
    assertEquals(List.of("50"), copy());
  }
}
