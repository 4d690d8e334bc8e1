package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What old and new applications see of keys while both are there. */
@PostgresTest
final class LiveKeysTest {

  private static final String NEW = "SET search_path = public_0001_keys, public;";

  private final Database database;
  private final Workshop workshop;
  private final String writer;

  LiveKeysTest(Database database, @TempDir Path directory) throws Exception {
    this.database = database;
    this.workshop = new Workshop(database, directory);
    this.writer = database.createRole("writer");
    database.run(KeyCases.START.replace("{s}", "public"));
    database.run(
        "REVOKE ALL ON SEQUENCE customers_id_seq FROM PUBLIC",
        "GRANT INSERT, SELECT ON customers TO " + writer);
  }

  @BeforeEach
  void publish() {
    workshop.advance(
        "0001_keys",
        """
        operations:
          - change_primary_key: { table: customers, columns: { id: bigint } }
          - change_primary_key: { table: order, columns: { id: bigint } }
          - change_primary_key: { table: nodes, columns: { id: bigint } }
          - add_column: { table: customers, column: { name: domain, type: text }, up: "split_part(email, '@', 2)" }
        """);
  }

  @Test
  void oneSequenceCountsForAllVersionsAndSkipsNoNumber() throws Exception {
    String first = old("INSERT INTO customers (email) VALUES ('a@old') RETURNING id");
    String second = young("INSERT INTO customers (email) VALUES ('b@new') RETURNING id");
    String third = young("INSERT INTO customers (id, email) VALUES (DEFAULT, 'c@new') RETURNING id");
    String fourth = old("INSERT INTO customers (email) VALUES ('d@old') RETURNING id");

    assertEquals("50 52 54 56", String.join(" ", first, second, third, fourth));
    assertEquals("50,52,54,56", old("SELECT string_agg(id::text, ',' ORDER BY id) FROM customers WHERE id > 48"));
    assertEquals("50,52,54,56", young("SELECT string_agg(id::text, ',' ORDER BY id) FROM customers WHERE id > 48"));
    assertEquals("21", old("INSERT INTO \"order\" (customer_id) VALUES (50) RETURNING id"));
    assertEquals("22", young("INSERT INTO \"order\" (customer_id) VALUES (52) RETURNING id"));
    assertEquals("22", young("SELECT id FROM \"order\" WHERE customer_id = 52"));
    assertEquals("22", old("SELECT id FROM \"order\" WHERE customer_id = 52"));
  }

  @Test
  void aKeyThatAClientGivesIsKeptAndItsVersionIsKnownByIt() throws Exception {
    assertEquals("7", young("INSERT INTO customers (id, email, domain) VALUES (7, 'x@y', NULL) RETURNING id"));
    assertEquals(null, young("SELECT domain FROM customers WHERE id = 7"));
    assertEquals("x@y", old("SELECT email FROM customers WHERE id = 7"));
    assertEquals("9", old("INSERT INTO customers (id, email) OVERRIDING SYSTEM VALUE VALUES (9, 'z@w') RETURNING id"));
    assertEquals("w", young("SELECT domain FROM customers WHERE id = 9"));
    assertEquals("11", young("INSERT INTO customers (id, email) OVERRIDING SYSTEM VALUE VALUES (11, 'o@v') RETURNING id"));
    assertEquals("o@v", old("SELECT email FROM customers WHERE id = 11"));
    assertEquals("100", young("INSERT INTO nodes (id, parent) VALUES (100, 1) RETURNING id"));
    // The base table had counted for the key that was given, too.
    assertEquals("22", young("INSERT INTO nodes (parent) VALUES (100) RETURNING id"));
    assertEquals("100", old("SELECT parent FROM nodes WHERE id = 22"));
  }

  @Test
  void severalRowsAndConflictsWorkThroughBothVersions() throws Exception {
    assertEquals(
        "3,50,52",
        young(
            "WITH i AS (INSERT INTO customers (email) VALUES ('p'), ('q') RETURNING id),"
                + " j AS (INSERT INTO customers (id, email) VALUES (3, 'r')"
                + " ON CONFLICT (id) DO UPDATE SET email = excluded.email RETURNING id)"
                + " SELECT string_agg(id::text, ',' ORDER BY id) FROM (SELECT * FROM i UNION ALL SELECT * FROM j) t"));
    assertEquals(
        "3", young("INSERT INTO customers (id, email) VALUES (3, 's')"
                + " ON CONFLICT (id) DO UPDATE SET email = excluded.email RETURNING id"));
    assertEquals("s", old("SELECT email FROM customers WHERE id = 3"));
    assertEquals(
        "3", old("INSERT INTO customers (id, email) OVERRIDING SYSTEM VALUE VALUES (3, 't')"
                + " ON CONFLICT (id) DO UPDATE SET email = excluded.email RETURNING id"));
    assertEquals("t", young("SELECT email FROM customers WHERE id = 3"));
  }

  @Test
  void foreignKeysHoldAndActForBothVersions() throws Exception {
    assertEquals("23503", stateOf("", "INSERT INTO \"order\" (customer_id) VALUES (999)"));
    assertEquals("23503", stateOf(NEW, "INSERT INTO \"order\" (customer_id) VALUES (999)"));
    assertEquals("23503", stateOf(NEW, "DELETE FROM \"order\" WHERE id = 1"));
    young("UPDATE nodes SET id = 500 WHERE id = 20 RETURNING id");
    assertEquals("500", old("SELECT max(id) FROM nodes"));
    database.run("INSERT INTO \"order\" (customer_id) SELECT id FROM customers WHERE email LIKE '1@%'");
    String order = old("SELECT max(id) FROM \"order\"");
    database.run("INSERT INTO invoices (order_id) VALUES (" + order + ")");
    young("DELETE FROM \"order\" WHERE id = " + order + " RETURNING id");
    assertEquals("1", old("SELECT count(*) FROM invoices WHERE customer_id IS NULL AND order_id IS NULL"));
    String customer = young("INSERT INTO customers (email) VALUES ('cascade') RETURNING id");
    young("INSERT INTO \"order\" (customer_id) VALUES (" + customer + ") RETURNING id");
    old("UPDATE customers SET email = 'c', id = DEFAULT WHERE id = " + customer + " RETURNING id");
    String renumbered = young("SELECT id FROM customers WHERE email = 'c'");
    assertEquals(renumbered, young("SELECT max(customer_id) FROM \"order\""));
    assertEquals(renumbered, old("SELECT max(customer_id) FROM \"order\""));
    young("DELETE FROM customers WHERE email = 'c' RETURNING id");
    assertEquals("0", old("SELECT count(*) FROM \"order\" WHERE customer_id = " + renumbered));
  }

  @Test
  void aKeyThatOlderVersionsCannotHoldIsRefusedUntilTheyAreGone() throws Exception {
    String big =
        "INSERT INTO customers (id, email) OVERRIDING SYSTEM VALUE VALUES (3000000000, 'big') RETURNING id";
    assertEquals("22003", stateOf(NEW, big));
    workshop.retire();
    workshop.contract();

    assertEquals("3000000000", database.queryOne(big));
    assertEquals(
        "52", database.queryOne("INSERT INTO customers (email) VALUES ('next') RETURNING id"));
    assertEquals(
        "21", database.queryOne("INSERT INTO \"order\" (customer_id) VALUES (52) RETURNING id"));
  }

  @Test
  void anApplicationWithoutRightsOnAnIdentitysSequenceCanInsert() throws Exception {
    try (Connection connection = database.connectAs(writer)) {
      assertEquals(
          "50", queryOne(connection, "INSERT INTO customers (email) VALUES ('w') RETURNING id"));
    }
  }

  private String old(String sql) throws Exception {
    return database.queryOne(sql);
  }

  private String young(String sql) throws Exception {
    try (Connection connection = database.connect()) {
      return queryOne(connection, sql);
    }
  }

  private static String queryOne(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(NEW);
      try (ResultSet row = statement.executeQuery(sql)) {
        assertTrue(row.next(), sql);
        return row.getString(1);
      }
    }
  }

  private String stateOf(String path, String sql) {
    return assertThrows(SQLException.class, () -> database.run(path + sql)).getSQLState();
  }
}
