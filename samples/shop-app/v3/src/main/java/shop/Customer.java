package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

@Entity
@Table(name = "customers")
class Customer {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "full_name", nullable = false)
  String fullName;

  @Column(nullable = false)
  String email;

  @Version int version;

  protected Customer() {}

  Customer(String fullName, String email) {
    this.fullName = fullName;
    this.email = email;
  }
}
