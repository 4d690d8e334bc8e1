package dev.phase.compat;

import static dev.phase.compat.Windows.column;
import static dev.phase.compat.Windows.required;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
class SplitNameTest {

  private final Database database;

  SplitNameTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void expand() throws SQLException {
    var window =
        new Windows(
                "public",
                "users",
                required(column("id", "integer")),
                required(column("full_name", "text")),
                column("note", "text"))
            .replace(
                List.of("full_name"),
                List.of(required(column("first_name", "text")), column("last_name", "text")),
                Map.of(
                    "first_name", "split_part(full_name, ' ', 1)",
                    "last_name", "NULLIF(substr(full_name, strpos(full_name, ' ') + 1), full_name)"),
                Map.of("full_name", "concat_ws(' ', first_name, last_name)"))
            .version("0001_split_name")
            .window();
    database.run("CREATE TABLE users (id integer PRIMARY KEY, full_name text NOT NULL, note text)");
    new Running(database).expand(window);
  }

  private List<String> base() throws SQLException {
    return database.strings("SELECT id || ':' || full_name FROM users ORDER BY id");
  }

  private List<String> split() throws SQLException {
    return database.strings(
        "SELECT concat_ws(':', id, first_name, COALESCE(last_name, '-'))"
            + " FROM public_0001_split_name.users ORDER BY id");
  }

  @Test
  void oldWritesGoUp() throws SQLException {
    database.run(
        "INSERT INTO users VALUES (1, 'Ada Lovelace'), (2, 'Plato'), (3, '')",
        "UPDATE users SET full_name = 'Ada King' WHERE id = 1");
    assertEquals(List.of("1:Ada:King", "2:Plato:-", "3::-"), split());
  }

  @Test
  void newWritesGoDownEvenWithoutASession() throws SQLException {
    database.run(
        "INSERT INTO public_0001_split_name.users (id, first_name, last_name)"
            + " VALUES (1, 'Ada Augusta', 'Lovelace'), (2, 'Plato', NULL)",
        "UPDATE public_0001_split_name.users SET last_name = 'King' WHERE id = 1");
    assertEquals(List.of("1:Ada Augusta King", "2:Plato"), base());
    assertEquals(List.of("1:Ada Augusta:King", "2:Plato:-"), split());
  }

  @Test
  void otherColumnsConvertNothing() throws SQLException {
    database.run(
        "INSERT INTO public_0001_split_name.users (id, first_name, last_name)"
            + " VALUES (1, 'Ada Augusta', 'Lovelace')",
        "UPDATE users SET note = 'x', full_name = full_name",
        "UPDATE public_0001_split_name.users SET note = 'y', first_name = first_name");
    assertEquals(List.of("1:Ada Augusta:Lovelace"), split());
  }
}
