package dev.phase.compat;

import static dev.phase.compat.Windows.column;
import static dev.phase.compat.Windows.required;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both sides of the rule read {@code unit}; only it changes. */
@PostgresTest
class TieTest {

  private static final String NEW_PATH = "SET search_path = public_v1, public";
  private static final String OLD_PATH = "SET search_path = public";

  private final Database database;

  TieTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void expand() throws SQLException {
    var window =
        new Windows(
                "public",
                "t",
                required(column("id", "integer")),
                required(column("grams", "integer")),
                column("unit", "integer"))
            .alter(
                "grams",
                required(column("amount", "numeric")),
                "trunc(grams::numeric / unit, 1)",
                "round(amount * unit)::integer")
            .version("v1")
            .window();
    database.run("CREATE TABLE t (id integer PRIMARY KEY, grams integer NOT NULL, unit integer)");
    new Running(database).expand(window);
    database.run("INSERT INTO t VALUES (1, 2500, 1000)");
  }

  private List<List<String>> both() throws SQLException {
    return database.rows(
        "SELECT b.grams, v.amount, unit FROM t b JOIN public_v1.t v USING (id, unit)");
  }

  @Test
  void goDownForASessionOfTheNewVersion() throws SQLException {
    database.run(NEW_PATH, "UPDATE t SET unit = 100");
    assertEquals(List.of(List.of("250", "2.5", "100")), both());
  }

  @Test
  void goDownForTheSetting() throws SQLException {
    database.run("SET phase.version = 'v1'", "UPDATE public.t SET unit = 100");
    assertEquals(List.of(List.of("250", "2.5", "100")), both());
  }

  @Test
  void goUpForTheSettingEvenUnderAnotherPath() throws SQLException {
    database.run(NEW_PATH, "SET phase.version = 'baseline'", "UPDATE public.t SET unit = 100");
    assertEquals(List.of(List.of("2500", "25.0", "100")), both());
  }

  @Test
  void goUpInSilenceWhereTheNewSideHasNothingOfItsOwn() throws SQLException {
    database.run(OLD_PATH, "UPDATE t SET unit = 100");
    assertEquals(List.of(List.of("2500", "25.0", "100")), both());
  }

  @Test
  void keepInSilenceWhatOnlyTheNewVersionCanHaveWritten() throws SQLException {
    database.run("UPDATE public_v1.t SET amount = 2.3456", OLD_PATH, "UPDATE t SET unit = 100");
    assertEquals(List.of(List.of("235", "2.3456", "100")), both());
  }

  @Test
  void areNoneWhereOneSideChangedToo() throws SQLException {
    database.run(NEW_PATH, "UPDATE public.t SET unit = 10, grams = 70");
    assertEquals(List.of(List.of("70", "7.0", "10")), both());
    database.run(OLD_PATH, "UPDATE public_v1.t SET unit = 5, amount = 4");
    assertEquals(List.of(List.of("20", "4", "5")), both());
  }
}
