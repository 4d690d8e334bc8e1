package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.planning.ChangesRejected;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hangs on a column hangs on its shadow, and is the same after contract. */
@PostgresTest
@Tag("lifecycle")
final class InheritanceTest {

  private final Database database;
  private final Orders orders;
  private final Workshop workshop;

  InheritanceTest(Database database, @TempDir Path directory) throws SQLException {
    this.database = database;
    this.orders = new Orders(database, directory);
    this.workshop = orders.workshop;
  }

  @Test
  void aRoleWithGrantsOnColumnsWritesThroughTheNewVersion() throws Exception {
    database.run(
        "GRANT SELECT, INSERT (id, \"Total\"), UPDATE (\"Total\") ON orders TO \"%s\""
            .formatted(orders.clerk));
    List<List<String>> before = orders.privileges();
    workshop.advance("0001_cents", Orders.CONVERT);

    orders.asClerk(
        "INSERT INTO public_0001_cents.orders (id, \"Total\") VALUES (11, 1150)",
        "UPDATE public_0001_cents.orders SET \"Total\" = 1160 WHERE id = 11 AND \"Total\" = 1150",
        "UPDATE orders SET \"Total\" = 2 WHERE id = 2");
    assertThrows(
        SQLException.class, () -> orders.asClerk("UPDATE public_0001_cents.orders SET customer = ''"));
    assertEquals("11.60", database.queryOne("SELECT \"Total\" FROM orders WHERE id = 11"));
    orders.contract();
    assertEquals(before, orders.privileges());
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
    orders.contract();
    assertEquals(before, database.rows(settings));
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
          "GRANT ALL ON orders, log TO \"%s\"".formatted(orders.clerk),
          "ALTER TABLE orders ENABLE ROW LEVEL SECURITY",
          "CREATE POLICY small ON orders FOR UPDATE TO \"%s\" USING (\"Total\" < 3) WITH CHECK (\"Total\" < 1000)"
              .formatted(orders.clerk),
          "CREATE POLICY every ON orders AS RESTRICTIVE USING (\"Total\" > 1)",
          "CREATE POLICY readable ON orders FOR SELECT USING (true)",
          "COMMENT ON POLICY small ON orders IS 'small ones'");
    }
    List<List<String>> before = policiesAndTriggers();
    workshop.advance("0001_wide", Orders.WIDEN);
    if (secured) {
      orders.asClerk("UPDATE public_0001_wide.orders SET \"Total\" = \"Total\" * 100");
    } else {
      database.run("UPDATE public_0001_wide.orders SET \"Total\" = \"Total\" * 100 WHERE id = 2");
    }
    assertEquals(List.of("2"), database.strings("SELECT id FROM log"));
    orders.contract();

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
    workshop.advance("0001_wide", Orders.WIDEN);
    orders.contract();

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
    workshop.advance("0001_cents", Orders.CONVERT);
    orders.contract();

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
    orders.contract();

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
    orders.refuses(total, "function public.reads() uses it");
    database.run("DROP FUNCTION reads");
    orders.refuses(total, "materialized view public.sums uses it");
    database.run("DROP MATERIALIZED VIEW sums");
    orders.refuses(total, "view of whole rows public.whole uses it");
    database.run("DROP VIEW whole");
    orders.refuses(
        "alter_column: { table: orders, column: customer, type: varchar, up: customer, down: customer }",
        "view with rules public.ruled uses it");
    orders.refuses(
        "alter_column: { table: orders, column: tenant, type: varchar, up: tenant, down: tenant }",
        "trigger before uses it");
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
