package dev.phase.spring;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A person, as version 0001_full_name knows them. */
@Entity
@Table(name = "people")
class Person {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(nullable = false)
  String fullName;

  Person() {}

  Person(String fullName) {
    this.fullName = fullName;
  }
}
