package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dropped column with a default needs no {@code down}, wherever its default stands. */
@PostgresTest
class DropColumnTest {

  private final Database database;
  private Workshop workshop;

  DropColumnTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void create(@TempDir Path directory) throws Exception {
    database.run("CREATE TABLE t (id int PRIMARY KEY, c int, d int NOT NULL)");
    workshop = new Workshop(database, directory);
  }

  @Test
  void whoseDefaultOnlyItsViewsHave() throws Exception {
    workshop.advance(
        "0001",
        """
        operations:
          - alter_column: { table: t, column: c, nullable: false, default: 7, up: "coalesce(c, 0)" }
          - alter_column: { table: t, column: d, default: 8 }
        """);
    workshop.advance(
        "0002",
        """
        operations:
          - drop_column: { table: t, column: c }
          - drop_column: { table: t, column: d }
          - add_column: { table: t, column: { name: e, type: int } }
        """);

    database.run("SET search_path = public_0002, public; INSERT INTO t (id, e) VALUES (1, 1)");

    assertEquals(
        List.of(List.of("1", "7", "8")), database.rows("SELECT id, c, d FROM public_0001.t"));
    assertEquals(List.of(List.of("1", "7", "8")), database.rows("SELECT id, c, d FROM t"));
  }

  @Test
  void thatTheSameChangeHasAltered() throws Exception {
    workshop.advance(
        "0001",
        """
        operations:
          - alter_column: { table: t, column: c, nullable: false, default: 7, up: "coalesce(c, 0)" }
          - drop_column: { table: t, column: c }
        """);

    database.run("SET search_path = public_0001, public; INSERT INTO t (id, d) VALUES (1, 1)");

    assertEquals(List.of(List.of("1", "7", "1")), database.rows("SELECT id, c, d FROM t"));
  }
}
