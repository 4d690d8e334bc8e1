package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "stock")
class Stock {

  @Id String article;

  long quantity;

  protected Stock() {}
}
