package dev.phase.sql;

/** A piece of SQL that knows how to write itself safely. Plain strings are not fragments. */
public sealed interface SqlFragment
    permits Identifier, QualifiedName, SqlType, SqlExpression, SqlLiteral, Sql {

  /** The text to put into a statement; never null. */
  String sql();
}
