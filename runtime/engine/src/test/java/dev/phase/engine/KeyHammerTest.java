package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Applications insert and refer to what they inserted, without a pause, while a key changes its type. */
@PostgresTest
@Tag("lifecycle")
final class KeyHammerTest {

  private final Database database;
  private final Workshop workshop;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> ids = Collections.synchronizedList(new ArrayList<>());
  private final AtomicBoolean oldEnds = new AtomicBoolean();
  private final AtomicBoolean newEnds = new AtomicBoolean();

  KeyHammerTest(Database database, @TempDir Path directory) throws Exception {
    this.database = database;
    this.workshop = new Workshop(database, directory);
    database.run(KeyCases.START.replace("{s}", "public"));
    ids.addAll(database.strings("SELECT id FROM customers"));
  }

  @Test
  @Timeout(180)
  void noInsertFailsAndNoNumberIsGivenTwice() throws Exception {
    Future<?> old = start("public", oldEnds);
    Thread.sleep(200);
    workshop.advance(
        "0001_keys",
        """
        operations:
          - change_primary_key: { table: customers, columns: { id: bigint } }
          - change_primary_key: { table: order, columns: { id: bigint } }
        """);
    Future<?> young = start("public_0001_keys, public", newEnds);
    Thread.sleep(500);
    workshop.retire();
    workshop.restore();
    Thread.sleep(200);
    oldEnds.set(true);
    old.get();
    workshop.retire();
    workshop.contract();
    Thread.sleep(200);
    newEnds.set(true);
    young.get();

    assertTrue(ids.size() > 100, "inserted " + ids.size());
    assertEquals(ids.size(), ids.stream().distinct().count());
    assertEquals(
        ids.stream().sorted().toList(),
        database.strings("SELECT id FROM customers ORDER BY id::text COLLATE \"C\""));
    assertEquals(
        Integer.toString(ids.size()),
        database.queryOne("SELECT count(DISTINCT customer_id) FROM \"order\""));
  }

  private Future<?> start(String path, AtomicBoolean end) {
    return threads.submit(
        () -> {
          try (Connection connection = database.connect();
              Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = " + path);
            while (!end.get()) {
              insert(statement);
            }
          }
          return null;
        });
  }

  private void insert(Statement statement) throws SQLException {
    String id;
    try (ResultSet row =
        statement.executeQuery(
            "INSERT INTO customers (email) VALUES (gen_random_uuid()) RETURNING id")) {
      row.next();
      id = row.getString(1);
    }
    ids.add(id);
    statement.execute("INSERT INTO \"order\" (customer_id) VALUES (%s)".formatted(id));
  }

  @AfterEach
  void end() throws InterruptedException {
    oldEnds.set(true);
    newEnds.set(true);
    threads.shutdown();
    threads.awaitTermination(10, TimeUnit.SECONDS);
  }
}
