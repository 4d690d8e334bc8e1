package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.planning.ChangesRejected;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Views on a column that is converted are the same after contract, and views on those. */
@PostgresTest
@Tag("lifecycle")
final class DependentViewsTest {

  private final Database database;
  private final Orders orders;
  private final Workshop workshop;

  DependentViewsTest(Database database, @TempDir Path directory) throws SQLException {
    this.database = database;
    this.orders = new Orders(database, directory);
    this.workshop = orders.workshop;
  }

  @Test
  void viewsAreMadeAgainAsTheyWere() throws Exception {
    database.run(
        "CREATE VIEW \"Reports\".big WITH (security_barrier) AS SELECT id, \"Total\", customer FROM orders"
            + " WHERE \"Total\" > 5",
        "CREATE VIEW per_customer AS SELECT o.customer, sum(b.\"Total\") AS sum FROM \"Reports\".big b"
            + " JOIN orders o USING (id) GROUP BY o.customer",
        "CREATE VIEW by_key AS SELECT id, \"Total\", count(*) FROM orders GROUP BY id",
        "CREATE VIEW \"Reports\".\"top Of all\" (a, b) AS SELECT * FROM per_customer NATURAL JOIN by_key",
        "ALTER VIEW \"Reports\".big ALTER \"Total\" SET DEFAULT 7",
        "COMMENT ON VIEW per_customer IS 'it''s per customer'",
        "COMMENT ON COLUMN \"Reports\".big.\"Total\" IS 'in euros'",
        "GRANT SELECT ON per_customer TO \"%s\"".formatted(orders.clerk),
        "GRANT SELECT (id), UPDATE (\"Total\") ON \"Reports\".big TO \"%s\"".formatted(orders.clerk),
        "CREATE FUNCTION deny() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''no''; END'",
        "CREATE TRIGGER deny INSTEAD OF DELETE ON \"Reports\".big FOR EACH ROW EXECUTE FUNCTION deny()",
        "COMMENT ON TRIGGER deny ON \"Reports\".big IS 'never'");
    List<String> before = views();
    List<List<String>> privileges = orders.privileges();
    workshop.advance("0001_wide", Orders.WIDEN);
    assertEquals(before, views());
    orders.contract();

    assertEquals(before, views());
    assertEquals(privileges, orders.privileges());
    assertEquals(
        "never",
        database.queryOne(
            "SELECT obj_description(oid, 'pg_trigger') FROM pg_trigger WHERE tgname = 'deny'"));
    assertEquals("10.000", database.queryOne("SELECT max(\"Total\") FROM \"Reports\".big"));
    orders.asClerk("SELECT * FROM per_customer", "SELECT id FROM \"Reports\".big");
  }

  @Test
  void defaultPrivilegesAddNothingToAView() throws Exception {
    database.run("CREATE VIEW v AS SELECT \"Total\" FROM orders");
    database.run("ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO \"%s\"".formatted(orders.clerk));
    workshop.advance("0001_cents", Orders.CONVERT);
    orders.contract();

    assertThrows(SQLException.class, () -> orders.asClerk("SELECT * FROM v"));
  }

  @Test
  void aViewOfAnotherOwnerKeepsIt() throws Exception {
    String owner = database.createRole("owner");
    try (Connection connection = database.superuser();
        var statement = connection.createStatement()) {
      statement.execute("GRANT \"%s\" TO \"%s\"".formatted(owner, database.user()));
      statement.execute("GRANT CREATE ON SCHEMA public TO \"%s\"".formatted(owner));
    }
    database.run(
        "CREATE VIEW v AS SELECT \"Total\" FROM orders",
        "GRANT SELECT ON v TO \"%s\" WITH GRANT OPTION".formatted(orders.clerk),
        "ALTER VIEW v OWNER TO \"%s\"".formatted(owner));
    List<List<String>> privileges = orders.privileges();
    workshop.advance("0001_cents", Orders.CONVERT);
    orders.contract();

    assertEquals(privileges, orders.privileges());
    assertEquals(
        owner, database.queryOne("SELECT viewowner FROM pg_views WHERE viewname = 'v'"));
  }

  @Test
  void aViewThatDoesNotFitTheNewTypeIsRefused() throws Exception {
    database.run("CREATE VIEW rounded AS SELECT trim(customer) AS c FROM orders");

    orders.refuses(
        "alter_column: { table: orders, column: customer, type: int, up: \"1\", down: \"''\" }",
        "view rounded of table orders cannot be made again over customer of type integer");
  }

  @Test
  void aViewThatCameLaterIsMadeAgainToo() throws Exception {
    workshop.advance("0001_cents", Orders.CONVERT);
    database.run("CREATE VIEW late AS SELECT \"Total\" FROM orders");
    orders.contract();

    assertEquals("bigint", database.queryOne("SELECT pg_typeof(\"Total\") FROM late LIMIT 1"));
  }

  @Test
  void aViewGoesOverFromShadowToShadow() throws Exception {
    database.run("CREATE VIEW v AS SELECT \"Total\" AS t FROM orders");
    workshop.advance("0001_cents", Orders.CONVERT);
    workshop.advance(
        "0002_text",
        """
        operations:
          - rename_column: { table: orders, from: Total, to: amount }
          - alter_column: { table: orders, column: amount, type: text, up: "amount::text", down: "amount::bigint" }
        """);
    workshop.change("0003_drop", "operations:\n- drop_column: { table: orders, column: amount }\n");
    assertTrue(
        assertThrows(ChangesRejected.class, workshop::advance)
            .getMessage()
            .contains("view public.v uses it"));
    workshop.delete("0003_drop");
    orders.contract();
    assertEquals("bigint", database.queryOne("SELECT pg_typeof(t) FROM v LIMIT 1"));
    orders.contract();
    assertEquals("text", database.queryOne("SELECT pg_typeof(t) FROM v LIMIT 1"));
  }

  private List<String> views() throws SQLException {
    return database.strings(
        """
        SELECT format('%s %s %s %s %s', c.oid::regclass, c.reloptions, pg_get_viewdef(c.oid),
                      obj_description(c.oid, 'pg_class'),
                      array(SELECT concat_ws(' ', a.attname, pg_get_expr(d.adbin, d.adrelid),
                                             col_description(c.oid, a.attnum))
                            FROM pg_attribute a
                            LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
                            WHERE a.attrelid = c.oid ORDER BY a.attnum))
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind = 'v' AND n.nspname IN ('public', 'Reports')
        ORDER BY 1
        """);
  }
}
