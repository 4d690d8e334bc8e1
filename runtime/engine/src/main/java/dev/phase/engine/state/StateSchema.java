package dev.phase.engine.state;

import dev.phase.sql.SqlResource;

/** The DDL of Phase's own tables. */
public final class StateSchema {

  /**
   * The format of schema {@code phase} that this release writes and reads. It grows whenever the tables,
   * the functions or the stored JSON change; {@link #ddl()} then also has what changes older ones.
   */
  public static final int FORMAT = 2;

  private StateSchema() {}

  /** Statements that create what is missing, and bring up to date what an older release has made. */
  public static String ddl() {
    return SqlResource.text(StateSchema.class, "schema.sql");
  }
}
