package dev.phase.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;

/** Entities that do not fit {@link ShopVersion}, each in one way. */
final class Mistakes {

  private Mistakes() {}

  @Entity
  @Table(name = "coupons")
  static class MissingTable {
    @Id long id;
  }

  @Entity
  @Table(name = "order_articles")
  static class MissingColumn {
    @Id
    @Column(name = "order_id")
    long orderId;

    int position;

    @Column(nullable = false)
    String article;

    String color;
  }

  @Entity
  @Table(name = "order_articles")
  static class WrongNumber {
    @Id
    @Column(name = "order_id")
    long orderId;

    long position;

    @Column(nullable = false)
    String article;
  }

  @Entity
  @Table(name = "order_articles")
  static class MayBeNull {
    @Id
    @Column(name = "order_id")
    long orderId;

    Integer position;

    @Column(nullable = false)
    String article;
  }

  @Entity
  @Table(name = "order_articles")
  static class Unmapped {
    @Id
    @Column(name = "order_id")
    long orderId;

    int position;
  }

  @Entity
  @Table(name = "order_articles", schema = "public")
  static class Bypass {
    @Id
    @Column(name = "order_id")
    long orderId;

    int position;

    @Column(nullable = false)
    String article;
  }

  @Entity
  @Table(name = "order_articles")
  static class NoSequence {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "articles")
    @SequenceGenerator(name = "articles", sequenceName = "articles_seq")
    @Column(name = "order_id")
    long orderId;

    int position;

    @Column(nullable = false)
    String article;
  }

  @Entity
  @Table(name = "order_articles")
  static class OtherIncrement {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "slow")
    @SequenceGenerator(name = "slow", sequenceName = "slow_seq")
    @Column(name = "order_id")
    long orderId;

    int position;

    @Column(nullable = false)
    String article;
  }

  @Entity
  @Table(name = "order_articles")
  static class SequenceBypass {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "past")
    @SequenceGenerator(name = "past", sequenceName = "orders_seq", schema = "public")
    @Column(name = "order_id")
    long orderId;

    int position;

    @Column(nullable = false)
    String article;
  }

  /** Three at once: too long, without zone, and never null although the column may be. */
  @Entity
  @Table(name = "customers")
  static class Customer {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false)
    String name;

    @Column(nullable = false)
    String email;

    Instant born;

    @Column(nullable = false)
    String city;

    @Column(name = "version")
    int revision;
  }

  @Entity
  @Table(name = "orders")
  static class Order {
    @Id long id;

    @Column(name = "customer_id")
    long customer;

    @Column(name = "placed_at", nullable = false)
    LocalDateTime placedAt;

    @Column(nullable = false, length = 10)
    String status;

    String channel;

    @Column(name = "amount_cents")
    long amountCents;
  }
}
