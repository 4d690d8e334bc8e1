package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version keeps its defaults when a contract below it gives the base table others. */
@PostgresTest
class DefaultsTest {

  private final Database database;
  private Workshop workshop;

  DefaultsTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void create(@TempDir Path directory) throws Exception {
    database.run("CREATE TABLE t (id int PRIMARY KEY, c int DEFAULT 1)");
    workshop = new Workshop(database, directory);
  }

  private void change(String id, String operation) {
    workshop.advance(id, "operations:\n  - " + operation);
  }

  private List<String> insertedAfterContract(String column) throws Exception {
    workshop.retire();
    workshop.contract();
    database.run("INSERT INTO public_0002.t (id) VALUES (1)");
    return database.strings("SELECT " + column + " FROM public_0002.t");
  }

  @Test
  void thatWereThoseOfTheBaseTable() throws Exception {
    change("0001", "alter_column: { table: t, column: c, default: 2 }");
    change("0002", "alter_column: { table: t, column: c, default: 1 }");
    assertEquals(List.of("1"), insertedAfterContract("c"));
  }

  @Test
  void whereItHasNone() throws Exception {
    change("0001", "add_column: { table: t, column: { name: d, type: int, default: 3 }, up: c }");
    change("0002", "alter_column: { table: t, column: d, default: null }");
    assertEquals(Collections.singletonList(null), insertedAfterContract("d"));
  }
}
