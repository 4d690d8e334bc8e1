package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.testing.PhaseDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shop.common.Picture;
import shop.common.Release.Login;
import shop.common.Shop;

/** The release on a database at the version that it was built for. */
class ShopTest {

  @Test
  void whatWasOrderedAndPaidIsThere() {
    try (PhaseDatabase database =
            PhaseDatabase.atNewest(Path.of("target/classes/db/changes"));
        Shop shop =
            new ShopRelease()
                .open(new Login(database.baseUrl(), database.user(), database.password()))) {
      long customer = shop.register("Ada", "ada@example.org");
      long order = shop.order(customer, 250, List.of("apple", "pear"));
      shop.pay(order);
      shop.restock("apple", 3);

      assertEquals(
          new Picture(
              Map.of(customer, "Ada"),
              Map.of(order, 250L),
              Set.of(order),
              Map.of(order, 2L),
              Map.of("apple", 3L)),
          shop.look());
    }
  }
}
