package dev.phase.cli.demo;

import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** One thread of an application: a connection, and statement after statement until it is stopped. */
final class Client implements Runnable {

  /** Something that a user of the shop does. */
  interface Action {
    void run(Session session) throws SQLException;
  }

  /** A little thought between two statements leaves the machine some time for the migration. */
  private static final long THINKING_NANOS = 2_500_000;

  private final Shop shop;
  private final Edition edition;
  private final Tally tally;
  private final SplittableRandom random;
  private final CustomerDesk customers;
  private final OrderDesk orders;
  private volatile boolean running;

  Client(Shop shop, Edition edition, Tally tally, int slot) {
    this.shop = shop;
    this.edition = edition;
    this.tally = tally;
    this.random = new SplittableRandom(slot);
    Share share = new Share(shop, slot);
    this.customers = new CustomerDesk(edition, share, random);
    this.orders = new OrderDesk(edition, share, random);
  }

  /** Lets {@link #run} go on; to be called before the thread starts. */
  void allow() {
    running = true;
  }

  /** Ends {@link #run} after the present statement. */
  void stop() {
    running = false;
  }

  @Override
  public void run() {
    while (running) {
      try (Session session = new Session(shop, edition, tally)) {
        work(session);
      } catch (SQLException e) {
        if (running) {
          tally.failed("connect or disconnect", e);
        }
      }
    }
  }

  private void work(Session session) {
    List<Action> actions =
        Stream.concat(customers.actions().stream(), orders.actions().stream()).toList();
    while (running) {
      Action action = actions.get(random.nextInt(actions.size()));
      try {
        action.run(session);
      } catch (SQLException e) {
        tally.failed(edition.title(), e);
        if (e.getSQLState() != null && e.getSQLState().startsWith("08")) {
          return;
        }
      }
      LockSupport.parkNanos(THINKING_NANOS);
    }
  }

  CustomerDesk customers() {
    return customers;
  }

  OrderDesk orders() {
    return orders;
  }
}
