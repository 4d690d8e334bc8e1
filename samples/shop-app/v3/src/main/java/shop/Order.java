package shop;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

@Entity
@Table(name = "orders")
class Order {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "orders_seq")
  @SequenceGenerator(name = "orders_seq", allocationSize = 50)
  Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "customer_id")
  Customer customer;

  @Column(name = "amount_cents")
  long amountCents;

  boolean paid;

  @OneToMany(mappedBy = "order", cascade = CascadeType.PERSIST)
  List<OrderLine> lines = new ArrayList<>();

  @Version int version;

  protected Order() {}

  Order(Customer customer, long amountCents) {
    this.customer = customer;
    this.amountCents = amountCents;
  }

  void add(String sku) {
    lines.add(new OrderLine(this, sku));
  }
}
