package dev.phase.jpa.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.model.VersionModel;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeDraftTest {

  @TempDir private Path directory;
  private VersionModel version;

  @BeforeEach
  void readTheVersion() throws IOException {
    version = ShopVersion.read(directory);
  }

  @Entity
  @Table(name = "order_articles")
  static class Article {
    @Id
    @Column(name = "order_id")
    long orderId;

    int position;

    /** Was article. */
    @Column(nullable = false)
    String title;

    BigDecimal price;
  }

  @Entity
  @Table(name = "reviews")
  static class Review {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false, precision = 3, scale = 1)
    BigDecimal stars;

    @Column(name = "order", length = 40)
    String reserved;
  }

  @Test
  void entitiesThatFitNeedNoChange() {
    assertEquals(
        Optional.empty(),
        Entities.of(Shop.Customer.class, Shop.Order.class, Shop.Address.class).draft(version));
  }

  @Test
  void anAddedAndAVanishedFieldOfLikeTypeAreProposedAsARename() {
    String draft = Entities.of(Article.class).draft(version).orElseThrow();
    assertEquals(
        """
        # A draft from the difference between the entities and version 0001_shop. Complete it, then look at
        # `phase plan`.
        description: What the entities need beyond version 0001_shop
        operations:
          # Is title the same as article? Otherwise add the one and drop the other.
          - rename_column: { table: order_articles, from: article, to: title }
          - add_column: { table: order_articles, column: { name: price, type: "numeric(38,2)" } }
        """,
        draft);
  }

  @Test
  void aNewEntityBecomesATable() {
    String draft = Entities.of(Review.class).draft(version).orElseThrow();
    assertTrue(
        draft.endsWith(
            """
              - create_table:
                  name: reviews
                  columns:
                    - { name: id, type: bigint, identity: by_default, primary_key: true }
                    - { name: order, type: "character varying(40)" }
                    - { name: stars, type: "numeric(3,1)", nullable: false }
            """),
        draft);
  }

  @Test
  void aDraftIsAChangeFileThatMakesTheVersionFit() throws IOException {
    Entities entities =
        Entities.of(Article.class, Review.class, Mistakes.MissingTable.class);
    String draft = entities.draft(version).orElseThrow();
    assertEquals(List.of(), entities.check(ShopVersion.read(directory, draft)));
  }

  @Test
  void aChangedFieldAltersItsColumn() {
    String draft = Entities.of(Mistakes.MayBeNull.class).draft(version).orElseThrow();
    assertTrue(
        draft.contains(
            "  - alter_column: { table: order_articles, column: position, nullable: true }\n"),
        draft);
  }
}
