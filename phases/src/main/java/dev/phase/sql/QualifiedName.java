package dev.phase.sql;

import static java.util.Objects.requireNonNull;

/** A name with its schema. */
public record QualifiedName(Identifier schema, Identifier name) implements SqlFragment {

  public QualifiedName {
    requireNonNull(schema, "schema is null");
    requireNonNull(name, "name is null");
  }

  @Override
  public String sql() {
    return schema.sql() + '.' + name.sql();
  }

  /** Unquoted, for messages. */
  @Override
  public String toString() {
    return schema + "." + name;
  }
}
