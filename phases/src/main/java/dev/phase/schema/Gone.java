package dev.phase.schema;

import dev.phase.sql.Identifier;

/**
 * A name that a version no longer has although the base schema still does, or will when a version
 * below is contracted. The version's schema masks it.
 *
 * @param table the table as the version before saw it
 * @param reason one sentence: what became of it
 */
public record Gone(Table table, String reason) {

  public Identifier name() {
    return table.name();
  }
}
