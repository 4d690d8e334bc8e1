package shop.rollout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shop.common.Release.Login;

/**
 * Three releases of a shop are deployed one after the other while its clients go on: release 1, both
 * 1 and 2, release 2, both 2 and 3, back to 2, and forward to 3 again. No request fails, nothing is
 * lost, and every release sees the same shop.
 */
@PostgresTest
@Tag("lifecycle")
class RollingDeployTest {

  private static final long SCENE = Long.getLong("shop.scene.millis", 500);

  private final Books books = new Books();
  private Rivals rivals;

  @Test
  void noRequestFailsAndNothingIsLost(Database database) throws InterruptedException {
    assertEquals(System.getProperty("shop.hibernate"), org.hibernate.Version.getVersionString());
    rivals = new Rivals(database, books);
    Login login = new Login(database.url(), database.user(), database.password());
    try (Deploys deploys = new Deploys(database)) {
      deploys.init();
      deploys.advance(1);
      Running first = Running.start(1, login, books);
      scene();

      // Release 2 comes in beside release 1, then takes over.
      deploys.advance(2);
      Running second = Running.start(2, login, books);
      scene();
      assertSameShop(first, second);
      first.close();
      deploys.letGo(2);
      deploys.letGo(2);
      scene();
      assertSameShop(second);

      // Release 3 comes in, and turns out to be a mistake: back to release 2.
      deploys.advance(3);
      Running third = Running.start(3, login, books);
      scene();
      assertSameShop(second, third);
      third.close();
      deploys.rollback(3);
      scene();
      assertSameShop(second);

      // It was no mistake after all.
      deploys.advance(3);
      Running again = Running.start(3, login, books);
      scene();
      assertSameShop(second, again);
      second.close();
      deploys.letGo(3);
      scene();
      assertSameShop(again);
      again.close();
    }
    assertEquals(List.of(), books.failures());
    assertTrue(books.requests() > 100, () -> books.requests() + " requests");
    assertTrue(books.conflicts() > 0, "The releases never got in each other's way.");
    assertEquals(
        books.picture().cents().size(),
        Statements.insertsOfLines(),
        "The lines of an order go to the server in one batch.");
  }

  /** The clients go on for a while. */
  private void scene() throws InterruptedException {
    Thread.sleep(SCENE);
    assertEquals(List.of(), books.failures());
  }

  /**
   * In a moment of rest, clients of one release keep those of another from losing anything, and each
   * release shows exactly what the clients were told.
   */
  private void assertSameShop(Running... releases) {
    for (Running release : releases) {
      release.pause();
    }
    for (Running one : releases) {
      for (Running other : releases) {
        rivals.overtake(one.shop(), other.shop());
        rivals.queue(one.shop(), other.shop());
      }
    }
    for (Running release : releases) {
      assertEquals(books.picture(), release.shop().look());
    }
    for (Running release : releases) {
      release.resume();
    }
  }
}
