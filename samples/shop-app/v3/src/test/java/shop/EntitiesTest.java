package shop;

import dev.phase.jpa.entity.Entities;
import dev.phase.model.VersionModel;
import dev.phase.sql.Identifier;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EntitiesTest {

  @Test
  void entitiesFitTheVersion() {
    Entities.of(Customer.class, Order.class, OrderLine.class, Stock.class)
        .assertFit(
            VersionModel.read(Path.of("target/classes/db/changes"), Identifier.of("public")));
  }
}
