package dev.phase.compat;

import static dev.phase.compat.Windows.column;
import static dev.phase.compat.Windows.required;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A session may name a version that cannot have written the row. */
@PostgresTest
class WrongSessionTest {

  @Test
  void isNotBelievedWhereItsVersionNeedsMore(Database database) throws Exception {
    Windows windows =
        new Windows("public", "t", required(column("id", "integer")), column("c", "integer"))
            .alter("c", required(column("c", "integer")), "coalesce(c, 7)", "c")
            .version("v1")
            .replace(List.of("c"), List.of(), Map.of(), Map.of("c", "8"))
            .version("v2");
    database.run("CREATE TABLE t (id integer PRIMARY KEY, c integer)");
    new Running(database).expand(windows.window());

    database.run("SET search_path = public_v1; INSERT INTO public.t (id) VALUES (1)");

    assertEquals(List.of("7"), database.strings("SELECT c FROM public_v1.t"));
  }
}
