package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.engine.execution.Listener;
import dev.phase.planning.Move;
import dev.phase.planning.Plan;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases that are pushed while those before them are still being prepared. */
@PostgresTest
final class QueueTest {

  private static final String CENTS =
      """
      operations:
        - alter_column: { table: orders, column: amount, type: bigint, up: "round(amount * 100)", down: "amount / 100.0" }
        - create_index: { table: orders, name: orders_amount, columns: [ amount ] }
      """;

  /** Reads what the version below fills. */
  private static final String PRICE =
      """
      operations:
        - alter_column: { table: orders, column: amount, type: text, up: "amount || ' ct'", down: "split_part(amount, ' ', 1)::bigint" }
        - add_column: { table: orders, column: { name: code, type: text, nullable: false }, up: "'o' || id" }
      """;

  private static final String NAMES =
      """
      operations:
        - rename_column: { table: orders, from: note, to: remark }
        - alter_column: { table: people, column: name, nullable: false, up: "coalesce(name, '?')" }
      """;

  private final Database database;
  private final Workshop workshop;

  QueueTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory);
  }

  @BeforeEach
  void haveOrders() throws Exception {
    database.run(
        "CREATE TABLE orders (id bigint PRIMARY KEY, amount numeric(12,2) NOT NULL, note text)",
        "INSERT INTO orders SELECT n, n / 4.0, 'n' || n FROM generate_series(1, 2000) n",
        "CREATE TABLE people (id bigint PRIMARY KEY, name text)",
        "INSERT INTO people SELECT n, nullif(n % 5, 0)::text FROM generate_series(1, 500) n");
  }

  private void pushThree() {
    assertEquals(Optional.of("0001_cents"), workshop.begin("0001_cents", CENTS).begun());
    assertEquals(Optional.of("0002_price"), workshop.begin("0002_price", PRICE).begun());
    assertEquals(Optional.of("0003_names"), workshop.begin("0003_names", NAMES).begun());
  }

  @Test
  void aReleaseWaitsForNoneBelowItAndAllArePublishedInOrder() throws Exception {
    pushThree();

    assertEquals(List.of("live", "preparing", "preparing", "preparing"), states());
    assertEquals(List.of("0001_cents", "0002_price", "0003_names"), workshop.finish());

    assertEquals(List.of("live", "live", "live", "live"), states());
    assertEquals(
        List.of("0001_cents", "0002_price", "0003_names"),
        database.strings("SELECT version FROM phase.plan WHERE move = 'PUBLISH' ORDER BY id"));
    assertEquals(List.of(List.of("2000", "2000", "500")), agreeing());
  }

  @Test
  void aTableIsSweptOnceForAllOfThem() throws Exception {
    pushThree();

    workshop.finish();

    assertEquals("2000", updates("orders", 2000));
    assertEquals("500", updates("people", 500));
  }

  @Test
  void theBackfillsOfATableStandInOrder() {
    pushThree();

    List<Status.BackfillStatus> runs = workshop.status().backfills();
    assertEquals(
        List.of(
            "public/0001_cents/sweep:orders", "public/0002_price/sweep:orders",
            "public/0003_names/sweep:people"),
        runs.stream().map(Status.BackfillStatus::id).toList());
    assertEquals(
        List.of("", "comes after public/0001_cents/sweep:orders", ""),
        runs.stream().map(Status.BackfillStatus::reason).toList());
    assertEquals(
        List.of("backfill", "backfill", "backfill"),
        workshop.status().changes().stream().map(Status.ChangeStatus::phase).toList());
  }

  @Test
  void thePlanShowsAllThatIsToBePublished() {
    pushThree();
    workshop.change(
        "0004_more",
        "operations: [ { drop_column: { table: orders, column: code, down: \"'o' || id\" } } ]");

    List<Plan> plans = workshop.run(engine -> engine.inspection().preview(workshop.files()));

    assertEquals(
        List.of("0001_cents", "0002_price", "0003_names", "0004_more"),
        plans.stream().filter(p -> p.move() == Move.PUBLISH).map(Plan::version).toList());
  }

  @Test
  void anAdvanceInTheForegroundFinishesWhatIsBelowItFirst() throws Exception {
    workshop.begin("0001_cents", CENTS);
    workshop.begin("0002_price", PRICE);

    Advanced advanced = workshop.advance("0003_names", NAMES);

    assertEquals(List.of("0001_cents", "0002_price"), advanced.resumed());
    assertEquals(Optional.of("0003_names"), advanced.published());
    assertEquals(List.of(List.of("2000", "2000", "500")), agreeing());
  }

  @Test
  void anOlderReleaseDeployedAgainTouchesNothing() {
    workshop.begin("0001_cents", CENTS);
    workshop.begin("0002_price", PRICE);
    workshop.delete("0002_price");

    Advanced advanced = workshop.advance();

    assertTrue(advanced.isEmpty());
    assertTrue(advanced.notices().get(0).contains("ahead"), advanced.notices().toString());
    assertEquals(List.of("live", "preparing", "preparing"), states());
  }

  @Test
  void anOlderReleaseWaitsForNobodysBackfill() {
    workshop.begin("0001_cents", CENTS);
    workshop.begin("0002_price", PRICE);
    List<Advanced> older = new ArrayList<>();
    Listener deploysAgain =
        new Listener() {
          @Override
          public void preparing(String version) {
            if (older.isEmpty()) {
              older.add(
                  workshop.run(
                      Map.of("lock-budget", "2s"),
                      Listener.NONE,
                      e -> e.advance(workshop.files().subList(0, 1), Workshop.RELEASE)));
            }
          }
        };

    workshop.run(deploysAgain, engine -> engine.finish(Workshop.RELEASE));

    assertTrue(older.get(0).notices().get(0).contains("ahead"), older.toString());
    assertTrue(older.get(0).resumed().isEmpty());
  }

  @Test
  void aRollbackTakesTheNewestAndTheLowerOnesGoOn() throws Exception {
    pushThree();

    assertEquals("0003_names", workshop.rollback().version());
    assertEquals("0002_price", workshop.rollback().version());

    assertEquals(
        List.of("public/0001_cents/sweep:orders"),
        database.strings("SELECT id FROM phase.backfill_run"));
    assertEquals(List.of("0001_cents"), workshop.finish());
    assertEquals(List.of("live", "live"), states());
  }

  @Test
  void aRollbackMayComeWhileItsRowsAreSwept() throws Exception {
    workshop.begin("0001_cents", CENTS);
    workshop.begin("0002_price", PRICE);
    Listener rollsBack =
        new Listener() {
          @Override
          public void preparing(String version) {
            if (version.equals("0001_cents")) {
              workshop.rollback();
            }
          }
        };

    workshop.run(rollsBack, engine -> engine.finish(Workshop.RELEASE));

    assertEquals(List.of("live", "live"), states());
    assertEquals("2000", updates("orders", 2000));
  }

  @Test
  void anAdvanceWhoseVersionIsRolledBackMeanwhileSaysSo() {
    Listener rollsBack =
        new Listener() {
          @Override
          public void preparing(String version) {
            workshop.rollback();
          }
        };
    workshop.change("0001_cents", CENTS);

    PhaseException e =
        assertThrows(
            PhaseException.class,
            () ->
                workshop.run(rollsBack, e1 -> e1.advance(workshop.files(), Workshop.RELEASE)));

    assertEquals(ExitCode.GATE, e.exitCode());
    assertEquals(
        "Version 0001_cents was rolled back by another command before it was live. Run `phase history` to see by whom.",
        e.getMessage());
  }

  @Test
  void rowsThatOnlyTheYoungerOneCannotConvertDoNotHoldUpTheOlderOne() throws Exception {
    workshop.begin("0001_cents", CENTS);
    workshop.begin(
        "0002_share",
        """
        operations:
          - add_column: { table: orders, column: { name: share, type: bigint }, up: "10000 / (amount - 100)" }
        """);

    PhaseException e = assertThrows(PhaseException.class, workshop::finish);

    assertTrue(
        e.getMessage().startsWith("A row of public.orders cannot be converted"), e.getMessage());
    assertEquals(List.of("live", "live", "preparing"), states());
    assertEquals(
        "id (4)", database.queryOne("SELECT row_name FROM phase.backfill_quarantine"));
    database.run("UPDATE orders SET amount = 2 WHERE id = 4");
    assertEquals(List.of("0002_share"), workshop.finish());
  }

  @Test
  void whatAClientOfTheLowerVersionWritesIsWhatTheHigherOneReads() throws Exception {
    workshop.begin("0001_words", words("amount || ' low'", "0"));
    workshop.begin("0002_words", words("upper(amount)", "amount"));
    Listener client =
        new Listener() {
          @Override
          public void preparing(String version) {
            if (version.equals("0002_words")) {
              write("UPDATE public_0001_words.orders SET amount = 'written' WHERE id = 7");
              write("INSERT INTO public_0001_words.orders VALUES (3000, 'new', '')");
            }
          }
        };

    workshop.run(client, engine -> engine.finish(Workshop.RELEASE));

    assertEquals(
        List.of("1.50 LOW", "WRITTEN", "NEW"),
        database.strings(
            "SELECT amount FROM public_0002_words.orders WHERE id IN (6, 7, 3000) ORDER BY id"));
    assertEquals(
        "0",
        database.queryOne(
            """
            SELECT count(*) FROM public_0001_words.orders o
            JOIN public_0002_words.orders n USING (id) WHERE n.amount <> upper(o.amount)"""));
  }

  private static String words(String up, String down) {
    return """
        operations: [ { alter_column: { table: orders, column: amount, type: text, up: "%s", down: "%s" } } ]
        """
        .formatted(up, down);
  }

  private void write(String sql) {
    try {
      database.run(sql);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aPublishThatFailsKeepsNobodyFromComingInOrFromGoing() throws Exception {
    database.run("UPDATE orders SET note = 'twice' WHERE id < 3");
    workshop.begin(
        "0001_keys",
        """
        operations:
          - add_constraint: { table: orders, name: positive, check: "id > 0" }
          - add_constraint: { table: orders, name: once, unique: [ note ] }
        """);
    assertEquals(
        ExitCode.SQL_FAILED, assertThrows(PhaseException.class, workshop::finish).exitCode());

    workshop.begin("0002_price", PRICE.replace(" ct", " EUR").replace("::bigint", "::numeric"));
    assertEquals(
        ExitCode.SQL_FAILED, assertThrows(PhaseException.class, workshop::finish).exitCode());
    assertEquals("0002_price", workshop.rollback().version());
    database.run("UPDATE orders SET note = 'n' || id WHERE id < 3");
    assertEquals(List.of("0001_keys"), workshop.finish());

    assertEquals(List.of("live", "live"), states());
    assertEquals(
        List.of("ABANDONED", "ABANDONED", "DONE"),
        database.strings("SELECT state FROM phase.plan WHERE move = 'PUBLISH' ORDER BY id"));
  }

  @Test
  void aVersionMayReferToWhatIsNotProvenYet() throws Exception {
    workshop.begin(
        "0001_keys",
        """
        operations:
          - alter_column: { table: people, column: name, nullable: false, up: "coalesce(name, '?') || id" }
          - add_constraint: { table: people, name: once, unique: [ name ] }
        """);
    workshop.begin(
        "0002_pets",
        """
        operations:
          - create_table: { name: pets, columns: [ { name: id, type: int, primary_key: true }, { name: owner, type: text, references: { table: people, column: name } } ] }
          - alter_column: { table: people, column: name, type: varchar(40) }
        """);

    assertEquals(List.of("0001_keys", "0002_pets"), workshop.finish());

    database.run("INSERT INTO public_0002_pets.pets VALUES (1, '217')");
    assertThrows(
        SQLException.class,
        () -> database.run("INSERT INTO public_0002_pets.pets VALUES (2, 'nobody')"));
  }

  private List<String> states() {
    return workshop.status().versions().stream().map(Status.VersionStatus::state).toList();
  }

  private List<List<String>> agreeing() throws Exception {
    return database.rows(
        """
        SELECT (SELECT count(*) FROM orders o JOIN public_0001_cents.orders n USING (id)
                WHERE n.amount = o.amount * 100),
               (SELECT count(*) FROM orders o JOIN public_0003_names.orders n USING (id)
                WHERE n.amount = round(o.amount * 100) || ' ct' AND n.code = 'o' || id
                  AND n.remark = o.note),
               (SELECT count(*) FROM people o JOIN public_0003_names.people n USING (id)
                WHERE n.name = coalesce(o.name, '?'))""");
  }

  /** How often rows were written; sessions tell that a moment after they have done it. */
  private String updates(String table, long least) throws Exception {
    String seen = "";
    for (int i = 0; i < 50; i++) {
      seen =
          database.queryOne(
              "SELECT n_tup_upd FROM pg_stat_user_tables WHERE relname = '" + table + "'");
      if (Long.parseLong(seen) >= least) {
        return seen;
      }
      Thread.sleep(100);
    }
    return seen;
  }
}
