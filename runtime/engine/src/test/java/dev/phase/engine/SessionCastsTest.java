package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.planning.ChangesRejected;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value is converted in the same way whoever writes it, or Phase asks how. */
@PostgresTest
final class SessionCastsTest {

  private final Database database;
  private final Workshop workshop;

  SessionCastsTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory);
  }

  @BeforeEach
  void haveTypes() throws Exception {
    database.run(
        "CREATE TYPE mood AS ENUM ('glad', 'sad')",
        "CREATE TYPE pair AS (number int, mood mood)",
        "CREATE TYPE moment AS (number int, day date)",
        "CREATE DOMAIN day AS date",
        "CREATE CAST (text AS mood) WITH INOUT AS ASSIGNMENT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          timestamp   | timestamptz
          timestamptz | timestamp(3)
          date        | timestamptz
          timestamptz | date
          day         | timestamptz
          timestamptz | time
          time        | timetz
          timetz      | time
          timestamp[] | timestamptz[]
          date        | text
          timestamp   | varchar(40)
          timestamptz | text
          timestamptz | day
          tstzrange   | text
          date[]      | text
          moment      | text
          interval    | text
          bytea       | text
          regclass    | text
          money       | numeric
          integer     | money
          """)
  void aCastThatDependsOnTheSessionIsRefused(String from, String to) throws Exception {
    database.run("CREATE TABLE ev (id int PRIMARY KEY, at " + from + ")");

    assertTrue(refusal(alter(to)).contains("depends on the session's settings"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          integer          | bigint
          bigint           | integer
          numeric(9,2)     | double precision
          double precision | numeric
          timestamp        | date
          date             | timestamp
          timestamp        | timestamp(0)
          varchar(9)       | text
          text             | varchar(9)
          integer[]        | bigint[]
          json             | jsonb
          jsonb            | json
          inet             | cidr
          """)
  void aCastThatIsTheSameEverywhereIsTaken(String from, String to) throws Exception {
    database.run("CREATE TABLE ev (id int PRIMARY KEY, at " + from + ")");

    workshop.advance("0001_type", "operations:\n" + alter(to));
  }

  /** PostgreSQL has no assignment cast for the way back, so that is said. */
  @ParameterizedTest
  @CsvSource({
    "integer", "bigint", "numeric", "uuid", "boolean", "time", "jsonb", "'integer[]'", "int4range",
    "mood", "'mood[]'", "pair", "'\"char\"'", "inet", "double precision"
  })
  void textOfAValueThatReadsTheSameEverywhereIsTaken(String from) throws Exception {
    database.run("CREATE TABLE ev (id int PRIMARY KEY, at " + from + ")");

    workshop.advance(
        "0001_type",
        "operations:\n" + alter("text").replace(" }", ", down: 'at::%s' }".formatted(from)));
  }

  @Test
  void anEnumFromTextByACastOfTheUsersIsTaken() throws Exception {
    database.run("CREATE TABLE ev (id int PRIMARY KEY, at text)");

    workshop.advance("0001_type", "operations:\n" + alter("mood"));
  }

  @Test
  void theRefusalSaysWhatToWrite() throws Exception {
    database.run("CREATE TABLE ev (id int PRIMARY KEY, at timestamp, day date, name date)");

    String problem =
        "The cast of column at from timestamp without time zone to timestamp with time zone"
            + " depends on the session's settings, such as its time zone. ";
    assertTrue(
        refusal(alter("timestamptz"))
            .contains(
                problem
                    + "Say how to convert, such as `up: \"at AT TIME ZONE 'UTC'\"`"
                    + " and `down: \"at AT TIME ZONE 'UTC'\"`."));
    assertTrue(
        refusal(alter("timestamptz").replace(" }", ", down: \"at AT TIME ZONE 'UTC'\" }"))
            .contains(problem + "Say how to convert, such as `up: \"at AT TIME ZONE 'UTC'\"`."));
    assertTrue(
        refusal("- alter_column: { table: ev, column: day, type: timestamptz }\n")
            .contains(
                "Say how to convert, such as `up: \"day::timestamp AT TIME ZONE 'UTC'\"`"
                    + " and `down: \"(day AT TIME ZONE 'UTC')::date\"`."));
    assertTrue(
        refusal("- alter_column: { table: ev, column: name, type: text }\n")
            .contains("Say with `up` and `down` how to convert."));
  }

  @Test
  void theWayBackIsAsked() throws Exception {
    database.run("CREATE TABLE ev (id int PRIMARY KEY, at timestamp)");

    assertTrue(
        refusal(alter("timestamptz").replace(" }", ", up: \"at AT TIME ZONE 'UTC'\" }"))
            .contains(
                "The cast of column at from timestamp with time zone to timestamp without time zone"
                    + " depends on the session's settings, such as its time zone. Say how to"
                    + " convert, such as `down: \"at AT TIME ZONE 'UTC'\"`."));
  }

  @Test
  void aKeyAndWhatRefersToItAreRefusedAlike() throws Exception {
    database.run(
        "CREATE TABLE ev (at timestamp PRIMARY KEY)",
        "CREATE TABLE seen (ev timestamp REFERENCES ev)");
    String change = "- change_primary_key: { table: ev, columns: { at: timestamptz }";
    String utc = "{ at: \"at AT TIME ZONE 'UTC'\" }";

    assertTrue(refusal(change + " }\n").contains("The cast of column at from timestamp"));
    workshop.delete("0001_refused");
    workshop.advance(
        "0001_type", "operations:\n%s, up: %s, down: %s }\n".formatted(change, utc, utc));
  }

  @Test
  void whatTheUserSaysMayDependOnTheSession() throws Exception {
    database.run(
        "CREATE TABLE ev (id int PRIMARY KEY, at timestamp)",
        "INSERT INTO ev VALUES (1, '2020-01-01 12:00')");

    workshop.advance(
        "0001_type",
        "operations:\n"
            + alter("text")
                .replace(" }", ", up: \"to_char(at, 'YYYY-MM-DD')\", down: \"at::timestamp\" }"));

    assertEquals("2020-01-01", database.queryOne("SELECT at FROM public_0001_type.ev"));
  }

  @Test
  void aMomentIsTheSameWhoeverWritesIt() throws Exception {
    database.run(
        "CREATE TABLE ev (id int PRIMARY KEY, at timestamp)",
        "INSERT INTO ev VALUES (1, '2020-01-01 12:00')");
    workshop.advance(
        "0001_type",
        "operations:\n"
            + alter("timestamptz")
                .replace(
                    " }",
                    ", up: \"at AT TIME ZONE 'UTC'\", down: \"at AT TIME ZONE 'UTC'\" }"));

    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'Europe/Paris'");
      statement.execute("INSERT INTO ev VALUES (2, '2020-01-01 12:00')");
      statement.execute("SET TimeZone = 'America/New_York'");
      statement.execute("INSERT INTO ev VALUES (3, '2020-01-01 12:00')");
    }

    assertEquals(
        "1", database.queryOne("SELECT count(DISTINCT at) FROM public_0001_type.ev"));
  }

  private static String alter(String type) {
    return "- alter_column: { table: ev, column: at, type: '%s' }\n".formatted(type);
  }

  private String refusal(String operation) {
    return assertThrows(
            ChangesRejected.class,
            () -> workshop.advance("0001_refused", "operations:\n" + operation))
        .getMessage();
  }
}
