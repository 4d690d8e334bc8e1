package dev.phase.compat;

import static dev.phase.compat.Windows.column;
import static dev.phase.compat.Windows.required;
import static dev.phase.compat.Windows.withDefault;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.schema.Column;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@PostgresTest
class DefaultsTest {

  private final Database database;

  DefaultsTest(Database database) {
    this.database = database;
  }

  @Test
  void eachVersionHasItsOwn() throws SQLException {
    var window =
        new Windows(
                "public",
                "t",
                required(column("id", "integer")),
                withDefault(column("a", "text"), "'old'"),
                withDefault(column("n", "numeric(6,2)"), "1"),
                withDefault(column("same", "text"), "'same'"))
            .changeDefault("a", Optional.of("'new'"))
            .changeDefault("n", Optional.empty())
            .version("v1")
            .window();
    database.run(
        "CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY, a text DEFAULT 'old',"
            + " n numeric(6,2) DEFAULT 1, same text DEFAULT 'same')");
    new Running(database).expand(window);
    database.run("INSERT INTO t DEFAULT VALUES", "INSERT INTO public_v1.t DEFAULT VALUES");
    assertEquals(
        List.of(List.of("1", "old", "1.00", "same"), Arrays.asList("2", "new", null, "same")),
        database.rows("SELECT id, a, n, same FROM t ORDER BY id"));
  }

  @Test
  void viewsCarryTheCommentsOfTheirColumns() throws SQLException {
    var plain = column("a", "text");
    var commented =
        new Column(
            plain.name(), plain.physical(), plain.type(), true, Optional.empty(), Optional.empty(),
            Column.Kind.PLAIN, Optional.of("Don't \\ panic"));
    var window = new Windows("public", "t", commented).rename("a", "b").version("v1").window();
    database.run("CREATE TABLE t (a text)");
    new Running(database).expand(window);
    assertEquals(
        "Don't \\ panic", database.queryOne("SELECT col_description('public_v1.t'::regclass, 1)"));
  }

  @Test
  void reopensAndClosesWhatIsLeftOfADoorAfterAContractBelow() throws SQLException {
    var window =
        new Windows("public", "t", required(column("id", "integer")), column("a", "text"))
            .rename("a", "b")
            .version("v1")
            .window();
    database.run("CREATE TABLE t (id integer, a text)");
    var running = new Running(database);
    running.expand(window);
    database.run("ALTER TABLE t RENAME a TO b");
    var oldest =
        Windows.contracted(window, required(column("id", "integer")), column("b", "text"));
    running.run(running.views().close(oldest, oldest.newest()));
    assertEquals(
        "0",
        database.queryOne("SELECT count(*) FROM pg_depend WHERE refobjid = 't'::regclass"
            + " AND classid = 'pg_rewrite'::regclass"));
    running.run(running.views().open(oldest, oldest.newest()));
    database.run("INSERT INTO public_v1.t VALUES (1, 'x')", "DROP VIEW public_v1.t");
    running.run(running.views().open(oldest, oldest.newest()));
    running.run(running.views().close(oldest, oldest.newest()));
    assertEquals("x", database.queryOne("SELECT b FROM t"));
  }
}
