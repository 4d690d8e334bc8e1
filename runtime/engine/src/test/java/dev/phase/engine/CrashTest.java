package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Commands that die before, between and after any two of their steps. What follows is either the same
 * command, which must end where an undisturbed one ends, or a rollback, which must leave nothing.
 */
@PostgresTest
@Tag("lifecycle")
final class CrashTest {

  private static final String CHANGE =
      """
      operations:
        - rename_table: { from: orders, to: sales }
        - alter_column: { table: sales, column: amount, type: bigint, default: 0, up: "round(amount * 100)", down: "amount / 100.0" }
        - rename_column: { table: sales, from: amount, to: cents }
        - add_column: { table: sales, column: { name: token, type: uuid, nullable: false, default: gen_random_uuid() } }
        - add_column: { table: sales, column: { name: code, type: text, nullable: false, unique: true }, up: "'c' || id" }
        - add_constraint: { table: sales, name: positive, check: "cents >= 0" }
        - create_index: { table: sales, name: sales_cents, columns: [ cents ] }
        - drop_index: { name: orders_note }
        - drop_column: { table: sales, column: note, down: "code" }
        - rename_constraint: { table: sales, from: orders_pkey, to: sales_pkey }
        - create_index: { table: sales, name: sales_code, columns: [ code, id ], unique: true }
        - rename_index: { from: sales_code, to: sales_codes }
        - set_replica_identity: { table: sales, identity: full }
        - set_comment: { table: sales, comment: what we sold }
        - create_sequence: { name: numbers }
        - alter_sequence: { name: orders_id_seq, increment: 10, cycle: true }
        - create_enum: { name: state, values: [ open, closed ] }
        - add_enum_value: { enum: state, value: torn }
        - add_column: { table: sales, column: { name: state, type: state, nullable: false, default: "'open'" } }
        - add_column: { table: sales, column: { name: number, type: bigint, nullable: false, default: "nextval('numbers')" } }
        - merge_columns:
            table: sales
            columns: [ token, number ]
            into: { name: ticket, type: text, nullable: false, up: "token || '/' || number" }
            down: { token: "split_part(ticket, '/', 1)::uuid", number: "split_part(ticket, '/', 2)::bigint" }
        - rename_enum_value: { enum: state, from: open, to: "on sale" }
        - create_enum: { name: kind, values: [ a ] }
        - rename_enum_value: { enum: kind, from: a, to: b }
        - alter_column: { table: sales, column: id, identity: by_default }
        - alter_column: { table: lines, column: id, identity: always }
        - alter_column: { table: lines, column: number, identity: always }
        - alter_column: { table: lines, column: amount, nullable: false, comment: how many }
        - create_table: { name: audit, columns: [ { name: id, type: bigint, primary_key: true } ] }
      """;

  private final Database database;
  private final Path directory;

  CrashTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.directory = directory;
  }

  @Test
  void anAdvanceThatDiedIsFinishedByTheNextOne() throws Exception {
    Workshop undisturbed = shop("undisturbed");
    undisturbed.advance();
    List<String> expected = picture("undisturbed");
    int points =
        atEveryPoint(
            "a",
            workshop -> {},
            (workshop, crash) -> workshop.run(crash, e -> e.advance(workshop.files(), Workshop.RELEASE)),
            (workshop, schema) -> {
              workshop.advance();
              assertEquals(expected, picture(schema));
              assertRowsAgree(schema);
            });
    assertTrue(points > 20, "only " + points + " points");
  }

  @Test
  void anAdvanceThatDiedCanBeRolledBack() throws Exception {
    shop("before");
    List<String> expected = picture("before");
    atEveryPoint(
        "r",
        workshop -> {},
        (workshop, crash) -> workshop.run(crash, e -> e.advance(workshop.files(), Workshop.RELEASE)),
        (workshop, schema) -> {
          if (workshop.status().versions().size() > 1) {
            workshop.rollback();
          }
          assertEquals(expected, picture(schema));
          // The ids of identity columns may have gaps; the rows are the same.
          assertEquals("300", count(schema + ".orders"));
        });
  }

  @Test
  void aContractThatDiedIsFinishedByTheNextOne() throws Exception {
    Workshop undisturbed = shop("undisturbed");
    undisturbed.advance();
    undisturbed.retire();
    undisturbed.contract();
    List<String> expected = picture("undisturbed");
    atEveryPoint(
        "c",
        workshop -> {
          workshop.advance();
          workshop.retire();
        },
        (workshop, crash) -> workshop.run(crash, e -> e.contract(Workshop.RELEASE)),
        (workshop, schema) -> {
          if (workshop.status().versions().size() > 1) {
            workshop.contract();
          }
          assertEquals(expected, picture(schema));
          assertEquals("300", count(schema + ".sales"));
        });
  }

  @Test
  void aRollbackThatDiedIsFinishedByTheNextOne() throws Exception {
    shop("before");
    List<String> expected = picture("before");
    atEveryPoint(
        "b",
        Workshop::advance,
        (workshop, crash) -> workshop.run(crash, e -> e.rollback(Workshop.RELEASE)),
        (workshop, schema) -> {
          if (workshop.status().versions().size() > 1) {
            workshop.rollback();
          }
          assertEquals(expected, picture(schema));
        });
  }

  @FunctionalInterface
  private interface Attempt {
    void run(Workshop workshop, Crash crash);
  }

  @FunctionalInterface
  private interface Aftermath {
    void check(Workshop workshop, String schema) throws Exception;
  }

  /** Runs the command in fresh schemas, each time dying one event later, until it does not die. */
  private int atEveryPoint(
      String prefix, Consumer<Workshop> prepare, Attempt attempt, Aftermath aftermath)
      throws Exception {
    for (int point = 0; ; point++) {
      String schema = prefix + point;
      Workshop workshop = shop(schema);
      prepare.accept(workshop);
      Crash crash = new Crash(point);
      boolean died = false;
      try {
        attempt.run(workshop, crash);
      } catch (Crash.Died e) {
        died = true;
      }
      aftermath.check(workshop, schema);
      if (!died) {
        return point;
      }
    }
  }

  private Workshop shop(String schema) throws Exception {
    database.run(
        "CREATE SCHEMA " + schema,
        """
        CREATE TABLE %s.orders (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          amount numeric(10,2) NOT NULL DEFAULT 0,
          note text)"""
            .formatted(schema),
        "CREATE TABLE %s.lines (id serial PRIMARY KEY, number int NOT NULL UNIQUE, amount int)"
            .formatted(schema),
        "CREATE INDEX orders_note ON %s.orders (note)".formatted(schema),
        "INSERT INTO %s.orders (amount, note) SELECT n * 1.25, 'n' || n FROM generate_series(1, 300) n"
            .formatted(schema));
    Path own = Files.createDirectories(directory.resolve(schema));
    return new Workshop(database, own, schema).change("0001_sales", CHANGE);
  }

  private List<String> picture(String schema) throws Exception {
    return CatalogPicture.of(database, schema);
  }

  private String count(String table) throws Exception {
    return database.queryOne("SELECT count(*) FROM " + table);
  }

  private void assertRowsAgree(String schema) throws Exception {
    assertEquals(
        "300",
        database.queryOne(
            """
            SELECT count(*) FROM %1$s.orders o JOIN "%1$s_0001_sales".sales n USING (id)
            WHERE n.cents = o.amount * 100 AND n.code = 'c' || id AND n.ticket LIKE '%%-%%/%%' AND n.state = 'on sale'"""
                .formatted(schema)));
  }
}
