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

/** A trigger of the table's own computes a column that one of two rules converts. */
@PostgresTest
class UserTriggerTest {

  private final Database database;

  UserTriggerTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void expand() throws SQLException {
    var window =
        new Windows(
                "public",
                "t",
                required(column("id", "integer")),
                column("price", "integer"),
                column("total", "integer"),
                column("state", "text"))
            .alter("total", column("cents", "integer"), "total * 100", "cents / 100")
            .alter("state", column("state", "text"), "upper(state)", "lower(state)")
            .version("v1")
            .window();
    database.run(
        "CREATE TABLE t (id integer PRIMARY KEY, price integer, total integer, state text)",
        """
        CREATE FUNCTION compute() RETURNS trigger LANGUAGE plpgsql AS '
        BEGIN
          new.total := 2 * new.price;
          RETURN new;
        END'""",
        "CREATE TRIGGER compute BEFORE INSERT OR UPDATE ON t"
            + " FOR EACH ROW EXECUTE FUNCTION compute()");
    new Running(database).expand(window);
    database.run("INSERT INTO t VALUES (1, 5, NULL, 'new')");
  }

  @Test
  void countsForItsOwnColumnOnly() throws SQLException {
    for (String path : List.of("pg_catalog", "public_v1, public")) {
      database.run(
          "UPDATE t SET price = 5, state = 'new'",
          "SET search_path = " + path,
          "UPDATE public_v1.t SET price = 20, state = 'PAID'");
      assertEquals(
          List.of(List.of("20", "40", "4000", "paid", "PAID")),
          database.rows(
              "SELECT b.price, b.total, v.cents, b.state, v.state"
                  + " FROM t b JOIN public_v1.t v USING (id)"),
          path);
    }
  }
}
