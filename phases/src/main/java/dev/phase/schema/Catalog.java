package dev.phase.schema;

import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlType;
import java.util.List;
import java.util.Optional;

/**
 * What planning may ask about the database. It reads, it never changes anything, and it answers the
 * same as long as the database does not change.
 */
public interface Catalog {

  /**
   * The base table of this physical name, with logical names equal to the physical ones and every
   * physical column, shadow columns included; empty where the schema has no such table.
   */
  Optional<Table> table(Identifier physical);

  /** The base table with this key, as it stands in the database; empty where it is still to be made. */
  default Optional<Table> base(TableKey key) {
    return table(Identifier.of(key.value()));
  }

  /** The physical name of the table that owns this index; empty where the schema has none. */
  Optional<Identifier> tableOfIndex(Identifier index);

  /** Whether a relation (table, index, sequence, view) of this name stands in the base schema. */
  boolean isTaken(Identifier relation);

  /**
   * Whether a column with this default can be added without writing to the rows that are there:
   * PostgreSQL evaluates a non-volatile default once and remembers it.
   */
  boolean addsInstantly(SqlType type, SqlExpression defaultExpression);

  /**
   * The same index with other names, by the catalog's own means.
   *
   * @throws SchemaException where PostgreSQL refuses the definition for these columns
   */
  IndexDefinition rename(IndexDefinition index, Renaming renaming);

  /**
   * The same condition with other names, by the catalog's own means.
   *
   * @throws SchemaException where PostgreSQL refuses the condition for these columns
   */
  SqlExpression rename(SqlExpression check, Renaming renaming);

  /**
   * What it takes to give a column of a base table another type where it stands.
   *
   * @param table the base table's physical name
   * @param from the column as it is by then, by its physical name
   * @param to the same column with its new type
   */
  Retyping retyping(Identifier table, Column from, Column to);

  /** The type under the name by which PostgreSQL prints it, so that types can be compared. */
  SqlType canonical(SqlType type);

  /**
   * Whether a value may become another one in another session, by its settings, where PostgreSQL
   * casts it from one type to the other as it does in assignments.
   */
  boolean castsBySession(SqlType from, SqlType to);

  /** Whether the expression calls anything volatile; errs on the side of yes. */
  boolean isVolatile(SqlExpression expression);

  /**
   * Lets PostgreSQL judge a statement that only creates something, and takes it back at once.
   *
   * @throws SchemaException with PostgreSQL's words where it refuses
   */
  default void tryOut(Sql statement) {
    tryOut(statement, "Correct the expression.");
  }

  /**
   * The same.
   *
   * @param remedy one sentence: what to do where PostgreSQL refuses it
   */
  void tryOut(Sql statement, String remedy);

  /**
   * Lets PostgreSQL judge whether what uses a column of a base table can be made again once another
   * column has its place.
   *
   * @param original by its physical name
   * @return the views among it
   * @throws SchemaException with the name of what cannot
   */
  List<QualifiedName> requireRemakable(TableKey table, Identifier original, Column instead);

  /** From here on, answers as if this statement, which only creates something, had been run. */
  void assume(Sql statement);

  /** The foreign keys, of whatever schema, that point to the base table of this physical name. */
  List<Reference> references(Identifier physical);

  /** How many columns this base table or one of its partitions has ever had. */
  int columnNumbers(Identifier physical);

  /** What of its old rows the base table of this physical name sends to subscribers. */
  ReplicaIdentity replicaIdentity(Identifier physical);

  /** The enum type of this name; empty where the schema has none. */
  Optional<HeldEnum> enumType(Identifier name);

  /**
   * Whether the type, or what it is an array of, has taken the place of an enum of older versions, so
   * that SQL cannot name it yet.
   */
  default boolean isUnnamedEnum(SqlType type) {
    return false;
  }

  /** The value of an expression that is always the same, as text; empty for NULL. */
  Optional<String> constant(SqlExpression expression);

  /** What outside of Phase's own schemas needs this type of the base schema, or its array type. */
  List<TypeUse> usesOfType(Identifier name);

  /** The extension of this name, in whatever schema; empty where the database has none. */
  Optional<Extension> extension(Identifier name);

  /** How PostgreSQL gives a column of a base table its values; both by their physical names. */
  Generation generation(Identifier table, Identifier column);

  /** The sequence of this name; empty where the schema has none. */
  Optional<Sequence> sequence(Identifier name);
}
