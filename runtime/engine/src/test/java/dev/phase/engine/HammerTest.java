package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.engine.execution.Listener;
import dev.phase.planning.Plan;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Applications write through every live version, without a pause, while the window moves: no
 * statement of theirs fails, and each reads what it wrote. {@code -Dphase.hammer.millis=20000} lets
 * them write for longer between the moves.
 */
@PostgresTest
@Tag("lifecycle")
final class HammerTest {

  private static final long MILLIS = Long.getLong("phase.hammer.millis", 300);

  private static final String CENTS =
      """
      operations:
        - alter_column: { table: orders, column: customer_id, type: bigint, up: customer_id, down: customer_id }
        - alter_column: { table: orders, column: amount, type: bigint, default: 0, up: "round(amount * 100)", down: "amount / 100.0" }
        - rename_column: { table: orders, from: amount, to: cents }
      """;
  private static final String SALES =
      """
      operations:
        - rename_table: { from: orders, to: sales }
        - add_column: { table: sales, column: { name: vip, type: boolean, nullable: false, default: false } }
        - add_column: { table: sales, column: { name: code, type: text, nullable: false, unique: true }, up: "'c' || id" }
        - alter_column: { table: customers, column: name, nullable: false, up: "coalesce(name, '?')" }
        - create_index: { table: sales, name: sales_cents, columns: [ cents, code ] }
      """;
  private static final String WORDS =
      """
      operations:
        - drop_column: { table: sales, column: note, down: "'gone'" }
        - split_column:
            table: sales
            column: name
            into:
              word: { type: text, nullable: false, up: "split_part(name, ' ', 1)" }
              number: { type: text, nullable: false, up: "substr(name, length(split_part(name, ' ', 1)) + 2)" }
            down: "word || ' ' || number"
        - add_constraint: { table: sales, name: no_debts, check: "cents >= 0" }
        - drop_constraint: { table: sales, name: orders_customer_id_fkey }
        - add_constraint: { table: sales, name: buyer, foreign_key: { columns: [customer_id], references: { table: customers, columns: [id] } } }
      """;

  private final Database database;
  private final Workshop workshop;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<Edition, List<Writer>> running = new EnumMap<>(Edition.class);
  private final List<Writer> all = new ArrayList<>();

  HammerTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory);
  }

  @BeforeEach
  void haveOrders() throws Exception {
    database.run(
        "CREATE TABLE customers (id bigint PRIMARY KEY, name text, visits int NOT NULL DEFAULT 0)",
        """
        CREATE TABLE orders (
          id bigint PRIMARY KEY,
          customer_id integer NOT NULL REFERENCES customers,
          amount numeric(10,2) NOT NULL DEFAULT 0 CHECK (amount >= 0),
          note text NOT NULL DEFAULT 'none',
          name text NOT NULL DEFAULT 'name 0')""",
        "CREATE INDEX orders_amount ON orders (amount)",
        "INSERT INTO customers SELECT n, nullif(n % 3, 0)::text FROM generate_series(1, 20) n",
        "INSERT INTO orders SELECT n, n % 20 + 1, n * 0.25 FROM generate_series(1, 5000) n");
  }

  @Test
  @Timeout(600)
  void noStatementFailsAndEachVersionReadsWhatItWrote() throws Exception {
    start(Edition.BASELINE);
    advance("0001_cents", CENTS);
    start(Edition.CENTS);
    advance("0002_sales", SALES);
    start(Edition.SALES);
    stop(Edition.SALES);
    workshop.rollback();
    pause();
    advance("0002_sales", SALES);
    start(Edition.SALES);
    advance("0003_words", WORDS);
    start(Edition.WORDS);

    stop(Edition.BASELINE);
    workshop.retire();
    pause();
    stop(Edition.CENTS);
    workshop.retire();
    pause();
    workshop.restore();
    start(Edition.CENTS);
    workshop.contract();
    pause();
    stop(Edition.CENTS);
    workshop.retire();
    workshop.contract();
    pause();
    assertRulesHold();
    stop(Edition.SALES);
    workshop.retire();
    workshop.contract();
    pause();
    stop(Edition.WORDS);

    assertEquals(List.of(), all.stream().flatMap(w -> w.failures().stream()).limit(10).toList());
    assertEquals(List.of(), all.stream().flatMap(w -> w.mismatches().stream()).limit(10).toList());
    assertTrue(all.stream().allMatch(writer -> writer.statements() > 20));
  }

  @Test
  @Timeout(600)
  void noStatementFailsWhileReleasesStandBehindOneAnother() throws Exception {
    start(Edition.BASELINE);
    workshop.begin("0001_cents", CENTS);
    pause();
    workshop.begin("0002_sales", SALES);
    pause();
    workshop.begin("0003_words", WORDS);
    pause();
    workshop.rollback();
    pause();
    workshop.begin("0003_words", WORDS);
    pause();

    workshop.run(
        new Listener() {
          @Override
          public void finished(Plan plan) {
            start(Edition.valueOf(plan.version().substring(5).toUpperCase(Locale.ROOT)));
          }
        },
        engine -> engine.finish(Workshop.RELEASE));
    pause();

    assertRulesHold();
    for (Edition edition : Edition.values()) {
      stop(edition);
    }
    assertEquals(List.of(), all.stream().flatMap(w -> w.failures().stream()).limit(10).toList());
    assertTrue(all.stream().allMatch(writer -> writer.statements() > 20));
  }

  private void advance(String id, String change) {
    workshop.change(id, change);
    workshop.run(
        Map.of("contract-keep", "9"),
        Listener.NONE,
        engine -> engine.advance(workshop.files(), Workshop.RELEASE));
  }

  private void start(Edition edition) {
    List<Writer> writers = new ArrayList<>();
    for (boolean qualified : new boolean[] {true, false}) {
      Writer writer = new Writer(database, edition, qualified, all.size(), Duration.ZERO);
      writers.add(writer);
      all.add(writer);
      threads.execute(writer);
    }
    running.put(edition, writers);
    pause();
  }

  private void stop(Edition edition) throws InterruptedException {
    for (Writer writer : running.remove(edition)) {
      writer.stop();
      writer.awaitEnd();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whatever was written by whom: the two newest versions see the same orders. */
  private void assertRulesHold() throws Exception {
    assertEquals(
        "0",
        database.queryOne(
            """
            SELECT count(*)
            FROM public_0002_sales.sales a FULL JOIN public_0003_words.sales b USING (id)
            WHERE (a.cents, a.code, a.vip, a.name, a.customer_id)
                  IS DISTINCT FROM
                  (b.cents, b.code, b.vip, b.word || ' ' || b.number, b.customer_id)"""));
  }

  @AfterEach
  void endWriters() throws InterruptedException {
    for (Edition edition : List.copyOf(running.keySet())) {
      stop(edition);
    }
    threads.shutdown();
  }
}
