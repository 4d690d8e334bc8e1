package dev.phase.need;

import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;

/** Where the base tables are now. */
public interface Bases {

  /** The base schema. */
  Identifier schema();

  /** The present name of a base table. */
  QualifiedName table(TableKey key);

  /** A name in the base schema. */
  default QualifiedName in(Identifier name) {
    return new QualifiedName(schema(), name);
  }
}
