package dev.phase.schema;

/** Who numbers the rows: always PostgreSQL, or PostgreSQL where no value is given. */
public enum IdentityKind {
  ALWAYS,
  BY_DEFAULT
}
