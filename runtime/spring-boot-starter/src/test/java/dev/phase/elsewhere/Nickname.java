package dev.phase.elsewhere;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A person, as no version knows them. */
@Entity
@Table(name = "people")
public class Nickname {

  @Id Long id;

  @Column(nullable = false)
  String nickname;
}
