package dev.phase.jpa.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.phase.jpa.entity.Finding.Kind;
import dev.phase.model.VersionModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntitiesTest {

  private static final Class<?>[] SHOP = {Shop.Customer.class, Shop.Order.class, Shop.Address.class};

  @TempDir private Path directory;
  private VersionModel version;

  @BeforeEach
  void readTheVersion() throws IOException {
    version = ShopVersion.read(directory);
  }

  @Test
  void hibernateIsTheOneThatTheBuildMeans() {
    assertEquals(
        System.getProperty("phase.test.hibernate"), org.hibernate.Version.getVersionString());
  }

  @Test
  void thereIsNoFalseAlarm() {
    assertEquals(List.of(), Entities.of(SHOP).check(version));
    Entities.of(SHOP).assertFit(version);
    Entities.of(Shop.Guest.class).assertFit(version);
  }

  @Test
  void aTableThatTheVersionDoesNotHaveIsFound() {
    assertFinding(Mistakes.MissingTable.class, Kind.MISSING_TABLE, "", "coupons", "");
  }

  @Test
  void aColumnThatTheVersionDoesNotHaveIsFound() {
    assertFinding(
        Mistakes.MissingColumn.class, Kind.MISSING_COLUMN, "color", "order_articles", "color");
  }

  @Test
  void aWiderNumberIsFound() {
    assertFinding(
        Mistakes.WrongNumber.class, Kind.TYPE, "position", "order_articles", "position");
  }

  @Test
  void aFieldThatMayBeNullIsFoundWhereTheColumnMayNot() {
    assertFinding(
        Mistakes.MayBeNull.class, Kind.NULLABILITY, "position", "order_articles", "position");
  }

  @Test
  void aColumnThatNoFieldFillsIsFound() {
    assertFinding(Mistakes.Unmapped.class, Kind.UNMAPPED_COLUMN, "", "order_articles", "article");
  }

  @Test
  void aSchemaInTheMappingIsFound() {
    assertFinding(Mistakes.Bypass.class, Kind.SCHEMA_BYPASS, "", "order_articles", "");
  }

  @Test
  void aMissingSequenceIsFound() {
    assertFinding(Mistakes.NoSequence.class, Kind.SEQUENCE, "orderId", "articles_seq", "");
  }

  @Test
  void aSchemaInASequenceIsFound() {
    assertFinding(Mistakes.SequenceBypass.class, Kind.SEQUENCE, "orderId", "orders_seq", "");
  }

  @Test
  void aSequenceThatCountsInOtherStepsIsFound() {
    assertFinding(Mistakes.OtherIncrement.class, Kind.SEQUENCE, "orderId", "slow_seq", "");
  }

  @Test
  void severalMistakesOfOneEntityAreAllFound() {
    assertEquals(
        List.of(
            "born TYPE customers.born",
            "city NULLABILITY customers.city",
            "name LENGTH customers.name"),
        Entities.of(Mistakes.Customer.class).check(version).stream()
            .map(f -> "%s %s %s.%s".formatted(f.field(), f.kind(), f.table(), f.column()))
            .sorted()
            .toList());
    assertEquals(
        List.of("channel TYPE orders.channel", "placedAt TYPE orders.placed_at"),
        Entities.of(Mistakes.Order.class).check(version).stream()
            .map(f -> "%s %s %s.%s".formatted(f.field(), f.kind(), f.table(), f.column()))
            .sorted()
            .toList());
  }

  @Test
  void aSharedCacheWithoutAPrefixIsFound() {
    Entities cached =
        Entities.of(SHOP).with("hibernate.cache.region.factory_class", "jcache");
    List<Finding> findings = cached.check(version);
    assertEquals(1, findings.size());
    assertEquals(Kind.CACHE_REGION, findings.get(0).kind());
    assertEquals(Shop.Customer.class.getName(), findings.get(0).entity());
    assertEquals(
        List.of(), cached.with("hibernate.cache.region_prefix", "0001_shop").check(version));
  }

  @Test
  void aDefaultSchemaIsFound() {
    List<Finding> findings =
        Entities.of(SHOP).with("hibernate.default_schema", "public_0001_shop").check(version);
    assertEquals(Kind.SCHEMA_BYPASS, findings.get(0).kind());
  }

  @Test
  void namingStrategiesAreRespected() {
    Entities.of(SHOP)
        .with(
            "hibernate.physical_naming_strategy",
            "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy")
        .assertFit(version);
  }

  @Test
  void theAssertionSaysWhereWhatAndWhatToDo() {
    AssertionError e =
        assertThrows(
            AssertionError.class,
            () -> Entities.of(Mistakes.WrongNumber.class).assertFit(version));
    assertEquals(
        """
        Entities do not fit version 0001_shop:
        dev.phase.jpa.entity.Mistakes$WrongNumber.position: The field is mapped as bigint, and column order_articles.position is integer. Correct the field's type, or change the column's in a change.""",
        e.getMessage());
  }

  @Test
  void theNextVersionIsAnotherOne() throws IOException {
    VersionModel next =
        ShopVersion.read(
            directory,
            "operations: [{ rename_column: { table: orders, from: token, to: secret } }]");
    List<Finding> findings = Entities.of(SHOP).check(next);
    assertEquals(1, findings.size());
    assertEquals("token", findings.get(0).column());
    assertEquals(
        "Table orders has no column token in version 0002_next.", findings.get(0).problem());
  }

  private void assertFinding(
      Class<?> entity, Kind kind, String field, String table, String column) {
    List<Finding> findings = Entities.of(entity).check(version);
    assertEquals(1, findings.size(), findings::toString);
    Finding found = findings.get(0);
    assertEquals(
        List.of(kind, entity.getName(), field, table, column),
        List.of(found.kind(), found.entity(), found.field(), found.table(), found.column()));
  }
}
