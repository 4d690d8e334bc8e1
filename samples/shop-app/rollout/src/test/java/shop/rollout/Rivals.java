package shop.rollout;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.phase.testkit.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import shop.common.Shop;
import shop.common.Shop.Conflict;

/** Two clients of different releases who want the same thing at the same moment. */
final class Rivals {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String ARTICLE = "apple";
  private static final Runnable NOTHING = Thread::onSpinWait;

  private final Database database;
  private final Books books;

  Rivals(Database database, Books books) {
    this.database = database;
    this.books = books;
  }

  /** Who has looked at an order that the other one then changes is told so. */
  void overtake(Shop slow, Shop fast) {
    long order = books.contested(0);
    Runnable overtaking =
        () -> {
          fast.raise(order, 5, NOTHING);
          books.raised(order, 5);
        };
    assertThrows(Conflict.class, () -> slow.raise(order, 1_000, overtaking));
  }

  /** Who wants an article that the other one holds waits until it is let go. */
  void queue(Shop first, Shop second) {
    first.restock(ARTICLE, 2);
    List<CompletableFuture<Void>> waiting = new ArrayList<>();
    Runnable holding =
        () -> {
          waiting.add(CompletableFuture.runAsync(() -> second.take(ARTICLE, 1, NOTHING)));
          awaitSomebodyWaiting();
        };
    first.take(ARTICLE, 1, holding);
    waiting.forEach(CompletableFuture::join);
  }

  private void awaitSomebodyWaiting() {
    Instant end = Instant.now().plus(PATIENCE);
    try {
      while (database.queryOne(
              """
              SELECT count(*) FROM pg_stat_activity
              WHERE datname = current_database() AND wait_event_type = 'Lock'""")
          .equals("0")) {
        if (Instant.now().isAfter(end)) {
          throw new AssertionError("Nobody waits for the article that somebody holds.");
        }
        Thread.sleep(20);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
