package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.planning.ChangesRejected;
import dev.phase.testkit.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A table whose column is converted, and a role beside its owner. */
final class Orders {

  /** To a type over which PostgreSQL prints the same text. */
  static final String WIDEN =
      """
      operations:
        - alter_column: { table: orders, column: Total, type: "numeric(12,3)", up: '"Total"', down: '"Total"' }
      """;

  static final String CONVERT =
      """
      operations:
        - alter_column: { table: orders, column: Total, type: bigint, up: 'round("Total" * 100)', down: '"Total" / 100.0' }
      """;

  private final Database database;
  final Workshop workshop;
  final String clerk;

  Orders(Database database, Path directory) throws SQLException {
    this.database = database;
    this.workshop = new Workshop(database, directory);
    this.clerk = database.createRole("clerk");
    database.run(
        "CREATE SCHEMA \"Reports\"",
        "GRANT USAGE ON SCHEMA \"Reports\" TO \"" + clerk + '"',
        "CREATE TABLE orders (id int PRIMARY KEY, customer text, \"Total\" numeric(10,2), tenant text)",
        "INSERT INTO orders SELECT n, 'c' || n % 3, n, 't' || n % 2 FROM generate_series(1, 10) n");
  }

  void refuses(String operation, String expected) {
    workshop.change("0001_refused", "operations:\n- " + operation + "\n");
    String message = assertThrows(ChangesRejected.class, workshop::advance).getMessage();
    assertTrue(message.contains(expected), message);
    workshop.delete("0001_refused");
  }

  void contract() {
    workshop.retire();
    workshop.contract();
  }

  void asClerk(String... statements) throws SQLException {
    try (Connection connection = database.connectAs(clerk);
        var statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  List<List<String>> privileges() throws SQLException {
    return database.rows(
        """
        SELECT c.oid::regclass::text, a.attname, pg_get_userbyid(x.grantee), pg_get_userbyid(x.grantor),
               x.privilege_type, x.is_grantable
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        CROSS JOIN LATERAL (
          SELECT NULL, coalesce(c.relacl, acldefault('r', c.relowner))
          UNION ALL
          SELECT attname, attacl FROM pg_attribute
          WHERE attrelid = c.oid AND NOT attisdropped) AS a (attname, acl)
        CROSS JOIN LATERAL aclexplode(a.acl) AS x
        WHERE n.nspname IN ('public', 'Reports')
        ORDER BY 1, 2, 3, 4, 5
        """);
  }
}
