package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that an UPDATE moves to another partition: PostgreSQL deletes and inserts them, triggers included. */
@PostgresTest
@Tag("lifecycle")
final class PartitionMovesTest {

  private final Database database;
  private final Workshop workshop;

  PartitionMovesTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory);
  }

  @BeforeEach
  void haveThreeVersions() throws Exception {
    database.run(
        "CREATE TABLE t (id int, region text, n numeric, name text) PARTITION BY LIST (region)",
        "CREATE TABLE t_a PARTITION OF t FOR VALUES IN ('a')",
        "CREATE TABLE t_b PARTITION OF t FOR VALUES IN ('b')");
    workshop.advance(
        "0001_round",
        "operations:\n- alter_column: { table: t, column: n, type: bigint, up: round(n), down: n }\n");
    workshop.advance(
        "0002_text",
        "operations:\n- alter_column: { table: t, column: n, type: text, up: 'n::text', down: 'n::bigint' }\n");
  }

  @Test
  void keepEachVersionsOwnValue() throws Exception {
    database.run(
        "INSERT INTO t VALUES (1, 'a', 1.5)",
        "INSERT INTO public_0002_text.t VALUES (2, 'a', '007')",
        "UPDATE t SET region = 'b'");
    shows("1.5|2|2", "7|7|007");

    database.run("UPDATE public_0002_text.t SET region = 'a'");
    shows("1.5|2|2", "7|7|007");
  }

  @Test
  void bringTheirNewValueToAllVersions() throws Exception {
    database.run(
        "INSERT INTO t VALUES (1, 'a', 0), (2, 'a', 0), (3, 'a', 0)",
        "UPDATE t SET region = 'b', n = 2.5 WHERE id = 1",
        "UPDATE public_0001_round.t SET region = 'b', n = 4 WHERE id = 2",
        "UPDATE public_0002_text.t SET region = 'b', n = '05' WHERE id = 3");
    shows("2.5|3|3", "4|4|4", "5|5|05");
  }

  @Test
  void leaveAVersionsOwnNullsAlone() throws Exception {
    workshop.advance(
        "0003_slug",
        "operations: [ { add_column: { table: t, column: { name: slug, type: text }, up: lower(name) } },"
            + " { alter_column: { table: t, column: n, nullable: true, up: n, down: \"coalesce(n, '0')\" } } ]");
    database.run(
        "INSERT INTO t VALUES (1, 'a', 1, 'Ann'), (2, 'a', 2, 'Bob'), (3, 'a', 3, 'Eve')",
        "INSERT INTO public_0003_slug.t VALUES (4, 'a', NULL, 'Zoe', NULL)",
        "UPDATE public_0003_slug.t SET slug = NULL, n = NULL WHERE id < 3",
        "UPDATE t SET region = 'b'",
        "UPDATE public_0003_slug.t SET region = 'a', name = 'Max' WHERE id = 2");
    assertEquals(
        List.of("1|Ann|-|-", "2|Max|-|-", "3|Eve|3|eve", "4|Zoe|-|-"),
        database.strings(
            """
            SELECT concat_ws('|', id, name, coalesce(n, '-'), coalesce(slug, '-'))
            FROM public_0003_slug.t ORDER BY id"""));
  }

  private void shows(String... rows) throws Exception {
    assertEquals(
        List.of(rows),
        database.strings(
            """
            SELECT concat_ws('|', t.n, v1.n, v2.n)
            FROM t JOIN public_0001_round.t v1 USING (id) JOIN public_0002_text.t v2 USING (id)
            ORDER BY id"""));
  }
}
