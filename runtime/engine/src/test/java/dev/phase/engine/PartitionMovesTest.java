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
        "CREATE TABLE t (id int, region text, n numeric) PARTITION BY LIST (region)",
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
