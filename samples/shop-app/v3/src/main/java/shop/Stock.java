package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "stock")
class Stock {

  @Id String sku;

  @Column(name = "on_hand")
  long onHand;

  protected Stock() {}
}
