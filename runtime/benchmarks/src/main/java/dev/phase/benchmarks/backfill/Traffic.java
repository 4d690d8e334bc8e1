package dev.phase.benchmarks.backfill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * Clients that read and write single rows by key, each in a transaction of its own: half of them
 * through the table, as the oldest version does, half through the view of a newer one.
 *
 * @param perSecond statements that are due in a second, of all clients together
 */
record Traffic(Trial trial, long rows, int clients, int perSecond) {

  /**
   * How long statements took, from when they were due.
   *
   * @param nanos in order
   */
  record Latencies(long[] nanos) {

    double milliseconds(double share) {
      return nanos[(int) Math.min(nanos.length - 1, (long) (nanos.length * share))] / 1e6;
    }
  }

  /** Goes on until it is stopped. */
  final class Running {

    private final ExecutorService threads;
    private final List<Future<long[]>> clients = new ArrayList<>();
    private volatile boolean over;

    private Running(int clients) {
      threads = Executors.newFixedThreadPool(clients);
    }

    Latencies stop() throws InterruptedException {
      over = true;
      threads.shutdown();
      LongStream all = LongStream.empty();
      for (Future<long[]> client : clients) {
        try {
          all = LongStream.concat(all, Arrays.stream(client.get()));
        } catch (ExecutionException e) {
          throw new IllegalStateException(e.getCause());
        }
      }
      return new Latencies(all.sorted().toArray());
    }

    private long[] work(String table) throws SQLException {
      LongStream.Builder nanos = LongStream.builder();
      long interval = TimeUnit.SECONDS.toNanos(1) * Traffic.this.clients / perSecond;
      var random = ThreadLocalRandom.current();
      try (Connection connection = trial.connect();
          var select = connection.prepareStatement("SELECT * FROM " + table + " WHERE id = ?");
          var update =
              connection.prepareStatement(
                  "UPDATE " + table + " SET amount = amount + 1, status = 3 WHERE id = ?")) {
        long due = System.nanoTime() + random.nextLong(interval);
        while (!over) {
          await(due);
          execute(random.nextBoolean() ? select : update, random.nextLong(rows) + 1);
          nanos.add(System.nanoTime() - due);
          due += interval;
        }
      }
      return nanos.build().toArray();
    }

    private void execute(PreparedStatement statement, long id) throws SQLException {
      statement.setLong(1, id);
      statement.execute();
    }

    private void await(long due) {
      long left = due - System.nanoTime();
      if (left > 0) {
        LockSupport.parkNanos(left);
      }
    }
  }

  /** Makes the newer version, and, where that is wanted, the trigger of another one's column. */
  void prepare(boolean withTrigger) throws SQLException {
    trial.run(
        "CREATE SCHEMA next",
        "CREATE VIEW next.item AS SELECT id, name, amount, created_at, status, note AS remark"
            + " FROM public.item");
    if (withTrigger) {
      trial.run(
          "CREATE OR REPLACE FUNCTION dual_write() RETURNS trigger LANGUAGE plpgsql AS"
              + " 'BEGIN new.cents := (new.amount * 100)::bigint; RETURN new; END'",
          "CREATE TRIGGER dual_write_insert BEFORE INSERT ON item"
              + " FOR EACH ROW EXECUTE FUNCTION dual_write()",
          "CREATE TRIGGER dual_write_update BEFORE UPDATE ON item FOR EACH ROW"
              + " WHEN (old.amount IS DISTINCT FROM new.amount) EXECUTE FUNCTION dual_write()");
    }
  }

  Running start() {
    Running running = new Running(clients);
    for (int i = 0; i < clients; i++) {
      String table = i % 2 == 0 ? "public.item" : "next.item";
      running.clients.add(running.threads.submit(() -> running.work(table)));
    }
    return running;
  }
}
