package dev.phase.engine.catalog;

import static java.util.Objects.requireNonNull;

import dev.phase.schema.Catalog;
import dev.phase.schema.Column;
import dev.phase.schema.IndexDefinition;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlType;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The catalog of one base schema, read through one connection that is in autocommit before and after
 * each call. What was read is kept until {@link #forget}; not safe for several threads at once.
 */
public final class JdbcCatalog implements Catalog {

  private final Connection connection;
  private final Identifier baseSchema;
  private final Set<Identifier> versionSchemas;

  public JdbcCatalog(Connection connection, Identifier baseSchema) {
    this(connection, baseSchema, Set.of());
  }

  /**
   * @param versionSchemas Phase's own, whose views are no obstacle to anything
   */
  public JdbcCatalog(
      Connection connection, Identifier baseSchema, Set<Identifier> versionSchemas) {
    this.connection = requireNonNull(connection, "connection is null");
    this.baseSchema = requireNonNull(baseSchema, "baseSchema is null");
    this.versionSchemas = Set.copyOf(versionSchemas);
  }

  /** Reads everything anew from here on. */
  public void forget() {}

  @Override
  public Optional<Table> table(Identifier physical) {
    throw new UnsupportedOperationException("Not there yet.");
  }

  @Override
  public Optional<Identifier> tableOfIndex(Identifier index) {
    throw new UnsupportedOperationException("Not there yet.");
  }

  @Override
  public boolean isTaken(Identifier relation) {
    throw new UnsupportedOperationException("Not there yet.");
  }

  @Override
  public boolean addsInstantly(SqlType type, SqlExpression defaultExpression) {
    throw new UnsupportedOperationException("Not there yet.");
  }

  @Override
  public SqlType canonical(SqlType type) {
    throw new UnsupportedOperationException("Not there yet.");
  }

  @Override
  public boolean isVolatile(SqlExpression expression) {
    throw new UnsupportedOperationException("Not there yet.");
  }

  @Override
  public void tryOut(Sql statement) {
    throw new UnsupportedOperationException("Not there yet.");
  }

  @Override
  public IndexDefinition rename(
      IndexDefinition index, List<Column> columns, Map<Identifier, Identifier> renames) {
    throw new UnsupportedOperationException("Not there yet.");
  }

  @Override
  public SqlExpression rename(
      SqlExpression check, List<Column> columns, Map<Identifier, Identifier> renames) {
    throw new UnsupportedOperationException("Not there yet.");
  }
}
