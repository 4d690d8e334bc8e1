package dev.phase.maven;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "articles")
class Article {

  @Id long id;

  @Column(nullable = false, columnDefinition = "text")
  String title;
}
