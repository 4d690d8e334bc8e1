package dev.phase.jpa.entity;

import jakarta.persistence.Cacheable;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Entities that fit {@link ShopVersion}, with what applications commonly use. */
final class Shop {

  private Shop() {}

  @Embeddable
  static class Address {
    String street;
    String city;
  }

  /** Takes its ids from the sequence that an identity column has anyway. */
  @Entity
  @Table(name = "customers")
  static class Guest {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "guests")
    @SequenceGenerator(name = "guests", sequenceName = "customers_id_seq", allocationSize = 1)
    Long id;

    @Column(nullable = false, length = 100)
    String name;

    @Column(nullable = false)
    String email;

    int version;
  }

  @Entity
  @Cacheable
  @Table(name = "customers")
  static class Customer {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false, length = 100)
    String name;

    @Column(nullable = false)
    String email;

    LocalDate born;

    @Column(nullable = false)
    BigDecimal balance = BigDecimal.ZERO;

    @Embedded Address address;

    @OneToMany(mappedBy = "customer")
    List<Order> orders;

    @Transient String greeting;

    @Version int version;
  }

  enum Status {
    NEW,
    PAID
  }

  enum Channel {
    web,
    phone
  }

  @Entity
  @Table(name = "orders")
  static class Order {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "orders_seq")
    @SequenceGenerator(name = "orders_seq", sequenceName = "orders_seq", allocationSize = 50)
    Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "customer_id")
    Customer customer;

    @Column(name = "placed_at", nullable = false)
    Instant placedAt;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Status status;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Channel channel;

    @Column(name = "amount_cents")
    long amountCents;

    UUID token;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> document;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> tags;

    @ElementCollection
    @CollectionTable(name = "order_articles", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    @Column(name = "article", nullable = false)
    List<String> articles;
  }
}
