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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hangs on a column hangs on its shadow, and is the same after contract. */
@PostgresTest
@Tag("lifecycle")
final class InheritanceTest {

  /** To a type over which PostgreSQL prints the same text. */
  private static final String WIDEN =
      """
      operations:
        - alter_column: { table: orders, column: Total, type: "numeric(12,3)", up: '"Total"', down: '"Total"' }
      """;

  private static final String CONVERT =
      """
      operations:
        - alter_column: { table: orders, column: Total, type: bigint, up: 'round("Total" * 100)', down: '"Total" / 100.0' }
      """;

  private final Database database;
  private final Workshop workshop;
  private final String clerk;

  InheritanceTest(Database database, @TempDir Path directory) throws Exception {
    this.database = database;
    this.workshop = new Workshop(database, directory);
    this.clerk = database.createRole("clerk");
  }

  @BeforeEach
  void haveOrders() throws Exception {
    database.run(
        "CREATE SCHEMA \"Reports\"",
        "GRANT USAGE ON SCHEMA \"Reports\" TO \"" + clerk + '"',
        "CREATE TABLE orders (id int PRIMARY KEY, customer text, \"Total\" numeric(10,2), tenant text)",
        "INSERT INTO orders SELECT n, 'c' || n % 3, n, 't' || n % 2 FROM generate_series(1, 10) n");
  }

  @Test
  void aRoleWithGrantsOnColumnsWritesThroughTheNewVersion() throws Exception {
    database.run(
        "GRANT SELECT, INSERT (id, \"Total\"), UPDATE (\"Total\") ON orders TO \"%s\""
            .formatted(clerk));
    List<List<String>> before = privileges();
    workshop.advance("0001_cents", CONVERT);

    asClerk(
        "INSERT INTO public_0001_cents.orders (id, \"Total\") VALUES (11, 1150)",
        "UPDATE public_0001_cents.orders SET \"Total\" = 1160 WHERE id = 11 AND \"Total\" = 1150",
        "UPDATE orders SET \"Total\" = 2 WHERE id = 2");
    assertThrows(
        SQLException.class, () -> asClerk("UPDATE public_0001_cents.orders SET customer = ''"));
    assertEquals("11.60", database.queryOne("SELECT \"Total\" FROM orders WHERE id = 11"));
    contract();
    assertEquals(before, privileges());
  }

  @Test
  void settingsGoOverToTheShadow() throws Exception {
    database.run(
        "ALTER TABLE orders ALTER \"Total\" SET STATISTICS 500, ALTER \"Total\" SET (n_distinct = 5)",
        "ALTER TABLE orders ALTER customer SET STORAGE EXTERNAL, ALTER customer SET COMPRESSION pglz");
    String settings =
        """
        SELECT attname, attstattarget, attstorage, attcompression, attoptions
        FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attnum > 0 AND NOT attisdropped
        ORDER BY 1
        """;
    List<List<String>> before = database.rows(settings);
    workshop.advance(
        "0001_both",
        """
        operations:
          - alter_column: { table: orders, column: Total, type: "numeric(12,3)", up: '"Total"', down: '"Total"' }
          - alter_column: { table: orders, column: customer, nullable: false, up: "coalesce(customer, '?')" }
        """);
    assertEquals(
        List.of("500", "{n_distinct=5}"),
        database
            .rows(
                "SELECT attstattarget, attoptions FROM pg_attribute WHERE attname = 'phase_1_Total'")
            .get(0));
    contract();
    assertEquals(before, database.rows(settings));
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
        "GRANT SELECT ON per_customer TO \"%s\"".formatted(clerk),
        "GRANT SELECT (id), UPDATE (\"Total\") ON \"Reports\".big TO \"%s\"".formatted(clerk),
        "CREATE FUNCTION deny() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''no''; END'",
        "CREATE TRIGGER deny INSTEAD OF DELETE ON \"Reports\".big FOR EACH ROW EXECUTE FUNCTION deny()",
        "COMMENT ON TRIGGER deny ON \"Reports\".big IS 'never'");
    List<String> before = views();
    List<List<String>> privileges = privileges();
    workshop.advance("0001_wide", WIDEN);
    assertEquals(before, views());
    contract();

    assertEquals(before, views());
    assertEquals(privileges, privileges());
    assertEquals(
        "never",
        database.queryOne(
            "SELECT obj_description(oid, 'pg_trigger') FROM pg_trigger WHERE tgname = 'deny'"));
    assertEquals("10.000", database.queryOne("SELECT max(\"Total\") FROM \"Reports\".big"));
    asClerk("SELECT * FROM per_customer", "SELECT id FROM \"Reports\".big");
  }

  @Test
  void defaultPrivilegesAddNothingToAView() throws Exception {
    database.run("CREATE VIEW v AS SELECT \"Total\" FROM orders");
    database.run("ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO \"%s\"".formatted(clerk));
    workshop.advance("0001_cents", CONVERT);
    contract();

    assertThrows(SQLException.class, () -> asClerk("SELECT * FROM v"));
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
        "GRANT SELECT ON v TO \"%s\" WITH GRANT OPTION".formatted(clerk),
        "ALTER VIEW v OWNER TO \"%s\"".formatted(owner));
    List<List<String>> privileges = privileges();
    workshop.advance("0001_cents", CONVERT);
    contract();

    assertEquals(privileges, privileges());
    assertEquals(
        owner, database.queryOne("SELECT viewowner FROM pg_views WHERE viewname = 'v'"));
  }

  @Test
  void aViewThatDoesNotFitTheNewTypeIsRefused() throws Exception {
    database.run("CREATE VIEW rounded AS SELECT trim(customer) AS c FROM orders");

    refuses(
        "alter_column: { table: orders, column: customer, type: int, up: \"1\", down: \"''\" }",
        "view rounded of table orders cannot be made again over customer of type integer");
  }

  @Test
  void aViewThatCameLaterIsMadeAgainToo() throws Exception {
    workshop.advance("0001_cents", CONVERT);
    database.run("CREATE VIEW late AS SELECT \"Total\" FROM orders");
    contract();

    assertEquals("bigint", database.queryOne("SELECT pg_typeof(\"Total\") FROM late LIMIT 1"));
  }

  @Test
  void aViewGoesOverFromShadowToShadow() throws Exception {
    database.run("CREATE VIEW v AS SELECT \"Total\" AS t FROM orders");
    workshop.advance("0001_cents", CONVERT);
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
    contract();
    assertEquals("bigint", database.queryOne("SELECT pg_typeof(t) FROM v LIMIT 1"));
    contract();
    assertEquals("text", database.queryOne("SELECT pg_typeof(t) FROM v LIMIT 1"));
  }

  @Test
  void policiesAndTriggersAreMadeAgain() throws Exception {
    boolean secured = database.majorVersion() >= 15;
    database.run(
        "CREATE TABLE log (id int, at timestamptz DEFAULT now())",
        """
        CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql
        AS 'BEGIN INSERT INTO log VALUES (NEW.id); RETURN NULL; END'
        """,
        "CREATE TRIGGER large AFTER INSERT OR UPDATE ON orders FOR EACH ROW"
            + " WHEN (NEW.\"Total\" > 100) EXECUTE FUNCTION note()",
        "CREATE CONSTRAINT TRIGGER later AFTER UPDATE ON orders DEFERRABLE INITIALLY DEFERRED"
            + " FOR EACH ROW WHEN (OLD.\"Total\" IS DISTINCT FROM NEW.\"Total\") EXECUTE FUNCTION note()",
        "ALTER TABLE orders DISABLE TRIGGER later",
        "COMMENT ON TRIGGER large ON orders IS 'large ones'");
    if (secured) {
      database.run(
          "GRANT ALL ON orders, log TO \"%s\"".formatted(clerk),
          "ALTER TABLE orders ENABLE ROW LEVEL SECURITY",
          "CREATE POLICY small ON orders FOR UPDATE TO \"%s\" USING (\"Total\" < 3) WITH CHECK (\"Total\" < 1000)"
              .formatted(clerk),
          "CREATE POLICY every ON orders AS RESTRICTIVE USING (\"Total\" > 1)",
          "CREATE POLICY readable ON orders FOR SELECT USING (true)",
          "COMMENT ON POLICY small ON orders IS 'small ones'");
    }
    List<List<String>> before = policiesAndTriggers();
    workshop.advance("0001_wide", WIDEN);
    if (secured) {
      asClerk("UPDATE public_0001_wide.orders SET \"Total\" = \"Total\" * 100");
    } else {
      database.run("UPDATE public_0001_wide.orders SET \"Total\" = \"Total\" * 100 WHERE id = 2");
    }
    assertEquals(List.of("2"), database.strings("SELECT id FROM log"));
    contract();

    assertEquals(before, policiesAndTriggers());
    database.run("UPDATE orders SET \"Total\" = 101 WHERE id = 3");
    assertEquals(List.of("2", "3"), database.strings("SELECT id FROM log"));
  }

  @Test
  void extendedStatisticsAreMadeAgainAndGathered() throws Exception {
    database.run(
        "CREATE STATISTICS \"Reports\".both (ndistinct, mcv) ON customer, \"Total\" FROM orders",
        "CREATE STATISTICS one ON (\"Total\" + 1) FROM orders",
        "ALTER STATISTICS \"Reports\".both SET STATISTICS 77",
        "COMMENT ON STATISTICS one IS 'one more'");
    String statistics =
        """
        SELECT pg_get_statisticsobjdef(oid), stxstattarget, obj_description(oid, 'pg_statistic_ext')
        FROM pg_statistic_ext ORDER BY 1
        """;
    List<List<String>> before = database.rows(statistics);
    workshop.advance("0001_wide", WIDEN);
    contract();

    assertEquals(before, database.rows(statistics));
    assertEquals(
        "2", database.queryOne("SELECT count(*) FROM pg_stats_ext WHERE tablename = 'orders'"));
  }

  @Test
  void theReplicaIdentityIsTheNewIndex() throws Exception {
    database.run(
        "ALTER TABLE orders ALTER customer SET NOT NULL, ALTER \"Total\" SET NOT NULL",
        "CREATE UNIQUE INDEX best ON orders (customer, \"Total\")",
        "ALTER TABLE orders REPLICA IDENTITY USING INDEX best");
    workshop.advance("0001_cents", CONVERT);
    contract();

    assertEquals(
        "best i",
        database.queryOne(
            """
            SELECT concat(c.relname, ' ', t.relreplident)
            FROM pg_index i
            JOIN pg_class c ON c.oid = i.indexrelid
            JOIN pg_class t ON t.oid = i.indrelid
            WHERE i.indisreplident AND t.relname = 'orders'
            """));
    workshop.change(
        "0002_null",
        """
        operations:
          - alter_column: { table: orders, column: customer, nullable: true, down: "coalesce(customer, '')" }
        """);
    assertTrue(
        assertThrows(ChangesRejected.class, workshop::advance)
            .getMessage()
            .contains("replica identity best"));
  }

  @Test
  void indexesThatOnlyNameATypeLikeTheColumnStay() throws Exception {
    database.run(
        "ALTER TABLE orders ADD text text, ADD lower text",
        "CREATE INDEX as_text ON orders ((id::text))",
        "CREATE INDEX lowered ON orders (lower(customer)) WHERE tenant <> ''",
        "CREATE INDEX low ON orders (id) WHERE lower IS NULL");
    workshop.advance(
        "0001_drop",
        """
        operations:
          - drop_column: { table: orders, column: text }
          - drop_column: { table: orders, column: lower }
          - rename_index: { from: as_text, to: id_as_text }
          - rename_index: { from: lowered, to: lower_customer }
        """);
    contract();

    assertEquals(
        List.of("id_as_text", "lower_customer", "orders_pkey"),
        database.strings(
            "SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = 'orders'::regclass ORDER BY 1"));
  }

  @Test
  void whatCannotBeMadeAgainIsRefusedByName() throws Exception {
    database.run(
        "CREATE VIEW v AS SELECT \"Total\" AS t FROM orders",
        "CREATE MATERIALIZED VIEW sums AS SELECT sum(t) FROM v",
        "CREATE VIEW ruled AS SELECT customer FROM orders",
        "CREATE RULE r AS ON DELETE TO ruled DO INSTEAD NOTHING",
        "CREATE VIEW whole AS SELECT to_json(o) FROM orders o",
        "CREATE FUNCTION reads() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(t) FROM v; END",
        "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        "CREATE TRIGGER before BEFORE UPDATE ON orders FOR EACH ROW WHEN (NEW.tenant = '') EXECUTE FUNCTION touch()");

    String total = "alter_column: { table: orders, column: Total, type: text, up: \"''\", down: \"1\" }";
    refuses(total, "function public.reads() uses it");
    database.run("DROP FUNCTION reads");
    refuses(total, "materialized view public.sums uses it");
    database.run("DROP MATERIALIZED VIEW sums");
    refuses(total, "view of whole rows public.whole uses it");
    database.run("DROP VIEW whole");
    refuses(
        "alter_column: { table: orders, column: customer, type: varchar, up: customer, down: customer }",
        "view with rules public.ruled uses it");
    refuses(
        "alter_column: { table: orders, column: tenant, type: varchar, up: tenant, down: tenant }",
        "trigger before uses it");
  }

  private void refuses(String operation, String expected) {
    workshop.change("0001_refused", "operations:\n- " + operation + "\n");
    String message = assertThrows(ChangesRejected.class, workshop::advance).getMessage();
    assertTrue(message.contains(expected), message);
    workshop.delete("0001_refused");
  }

  private void contract() {
    workshop.retire();
    workshop.contract();
  }

  private void asClerk(String... statements) throws SQLException {
    try (Connection connection = database.connectAs(clerk);
        var statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
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

  private List<List<String>> privileges() throws SQLException {
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

  private List<List<String>> policiesAndTriggers() throws SQLException {
    return database.rows(
        """
        SELECT p.policyname, concat(p.permissive, p.roles, p.cmd, p.qual, p.with_check) FROM pg_policies p
        UNION ALL
        SELECT t.tgname, concat(pg_get_triggerdef(t.oid), t.tgenabled, obj_description(t.oid, 'pg_trigger'))
        FROM pg_trigger t WHERE t.tgrelid = 'orders'::regclass AND NOT t.tgisinternal
        ORDER BY 1
        """);
  }
}
