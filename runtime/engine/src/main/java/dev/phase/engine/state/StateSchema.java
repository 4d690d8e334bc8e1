package dev.phase.engine.state;

import dev.phase.sql.SqlResource;

/** The DDL of Phase's own tables. */
public final class StateSchema {

  private StateSchema() {}

  /** Statements that create what is missing. */
  public static String ddl() {
    return SqlResource.text(StateSchema.class, "schema.sql");
  }
}
