package dev.phase.schema;

import dev.phase.sql.Sql;

/** Who numbers the rows: always PostgreSQL, or PostgreSQL where no value is given. */
public enum IdentityKind {
  ALWAYS,
  BY_DEFAULT;

  /** As it stands between GENERATED and AS IDENTITY. */
  public Sql sql() {
    return new Sql(name().replace('_', ' '));
  }
}
