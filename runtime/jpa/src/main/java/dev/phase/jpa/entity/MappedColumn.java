package dev.phase.jpa.entity;

import dev.phase.sql.Identifier;
import dev.phase.sql.TypeName;

/**
 * A column as an entity wants it.
 *
 * @param entity the class that the field belongs to
 * @param field the way from the class to the field
 * @param nullable whether the application may read or write NULL
 * @param written whether the application gives it a value
 * @param key whether it is part of the primary key
 * @param identity whether the database gives it a value as an identity
 * @param width how sure it is that modifiers of the type mean anything
 */
record MappedColumn(
    String entity,
    String field,
    Identifier name,
    TypeName type,
    boolean nullable,
    boolean written,
    boolean key,
    boolean identity,
    Width width) {

  /** Where a length, or precision and scale, come from. */
  enum Width {
    /** The mapping says it, or its default holds for every value that the field may have. */
    MEANT,
    /** It is Hibernate's default, and no value need be that long. */
    ASSUMED
  }
}
