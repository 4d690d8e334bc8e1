package dev.phase.engine.catalog;

import static java.util.Objects.requireNonNull;

import dev.phase.schema.Catalog;
import dev.phase.schema.Column;
import dev.phase.schema.Extension;
import dev.phase.schema.Generation;
import dev.phase.schema.HeldEnum;
import dev.phase.schema.IndexDefinition;
import dev.phase.schema.Reference;
import dev.phase.schema.Renaming;
import dev.phase.schema.ReplicaIdentity;
import dev.phase.schema.Retyping;
import dev.phase.schema.Sequence;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.schema.TypeUse;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The catalog of one base schema, read through one connection that is in autocommit before and after
 * each call. What was read is kept until {@link #forget}; not safe for several threads at once.
 */
public final class JdbcCatalog implements Catalog {

  private final Session session;
  private final Identifier baseSchema;
  private final String[] phaseSchemas;
  private final Tables tables;
  private final Trials trials;
  private final Map<Identifier, Optional<Table>> knownTables = new HashMap<>();
  private final Map<SqlType, SqlType> knownTypes = new HashMap<>();

  public JdbcCatalog(Connection connection, Identifier baseSchema) {
    this(connection, baseSchema, Set.of());
  }

  /**
   * @param versionSchemas Phase's own, whose views are no obstacle to anything
   */
  public JdbcCatalog(
      Connection connection, Identifier baseSchema, Set<Identifier> versionSchemas) {
    this.session = new Session(requireNonNull(connection, "connection is null"));
    this.baseSchema = requireNonNull(baseSchema, "baseSchema is null");
    this.phaseSchemas =
        Stream.concat(Stream.of("phase"), versionSchemas.stream().map(Identifier::value))
            .toArray(String[]::new);
    this.tables = new Tables(session, baseSchema, versionSchemas);
    this.trials = new Trials(session, baseSchema);
  }

  /** Reads everything anew from here on. */
  public void forget() {
    knownTables.clear();
    knownTypes.clear();
  }

  @Override
  public Optional<Table> table(Identifier physical) {
    return knownTables.computeIfAbsent(
        physical, name -> session.apart(() -> tables.find(name)));
  }

  @Override
  public Optional<Identifier> tableOfIndex(Identifier index) {
    return find("table-of-index", row -> Identifier.of(row.getString(1)), schema(), index.value());
  }

  @Override
  public boolean isTaken(Identifier relation) {
    return one("is-taken", row -> row.getBoolean(1), schema(), relation.value());
  }

  @Override
  public boolean addsInstantly(SqlType type, SqlExpression defaultExpression) {
    return session.apart(() -> trials.addsInstantly(type, defaultExpression));
  }

  @Override
  public IndexDefinition rename(IndexDefinition index, Renaming renaming) {
    return session.apart(() -> trials.rename(index, renaming));
  }

  @Override
  public SqlExpression rename(SqlExpression check, Renaming renaming) {
    return session.apart(() -> trials.rename(check, renaming));
  }

  @Override
  public Retyping retyping(Identifier table, Column from, Column to) {
    return session.apart(() -> trials.retyping(table, from, to));
  }

  @Override
  public SqlType canonical(SqlType type) {
    return knownTypes.computeIfAbsent(type, t -> session.apart(() -> trials.canonical(t)));
  }

  @Override
  public boolean castsBySession(SqlType from, SqlType to) {
    return one("casts-by-session", row -> row.getBoolean(1), from.name(), to.name());
  }

  @Override
  public boolean isVolatile(SqlExpression expression) {
    return session.apart(() -> trials.isVolatile(expression));
  }

  @Override
  public Optional<String> constant(SqlExpression expression) {
    return session.apart(() -> trials.constant(expression));
  }

  @Override
  public void tryOut(Sql statement, String remedy) {
    session.apart(
        () -> {
          trials.tryOut(statement, remedy);
          return statement;
        });
  }

  @Override
  public List<QualifiedName> requireRemakable(
      TableKey table, Identifier original, Column instead) {
    return base(table)
        .map(found -> session.apart(() -> trials.requireRemakable(found, original, instead)))
        .orElse(List.of());
  }

  @Override
  public void assume(Sql statement) {
    session.assume(statement, baseSchema);
  }

  @Override
  public List<Reference> references(Identifier physical) {
    return list(
        "references",
        row ->
            new Reference(
                Optional.ofNullable(row.getString("other_schema")).map(Identifier::of),
                Identifier.of(row.getString("table_name")),
                Identifier.of(row.getString("constraint_name"))),
        schema(),
        physical.value());
  }

  @Override
  public int columnNumbers(Identifier physical) {
    return one("column-numbers", row -> row.getInt(1), schema(), physical.value());
  }

  @Override
  public ReplicaIdentity replicaIdentity(Identifier physical) {
    return one(
        "replica-identity",
        row ->
            new ReplicaIdentity(
                ReplicaIdentity.Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("index_name")).map(Identifier::of)),
        schema(),
        physical.value());
  }

  @Override
  public Optional<HeldEnum> enumType(Identifier name) {
    return find("enum-type", row -> enumType(name, row), schema(), name.value());
  }

  private static HeldEnum enumType(Identifier name, ResultSet row) throws SQLException {
    SqlType type = new SqlType(row.getString("type"));
    return new HeldEnum(
        name,
        name,
        type,
        type,
        Session.strings(row, "labels"),
        Optional.ofNullable(row.getString("comment")),
        row.getBoolean("has_privileges"));
  }

  @Override
  public List<TypeUse> usesOfType(Identifier name) {
    return list(
        "type-uses",
        row ->
            new TypeUse(
                row.getString("what"),
                Optional.ofNullable(row.getString("table_name")).map(Identifier::of),
                Set.copyOf(Session.identifiers(row, "columns"))),
        schema(),
        name.value(),
        phaseSchemas);
  }

  @Override
  public Optional<Extension> extension(Identifier name) {
    return find(
        "extension",
        row ->
            new Extension(
                name, Identifier.of(row.getString("schema")), row.getString("version")),
        name.value());
  }

  @Override
  public Generation generation(Identifier table, Identifier column) {
    return one("generation", Sequences::generation, schema(), table.value(), column.value());
  }

  @Override
  public Optional<Sequence> sequence(Identifier name) {
    return find("sequence", row -> Sequences.read(name, row), schema(), name.value());
  }

  private String schema() {
    return baseSchema.value();
  }

  private <T> T one(String query, Query.Row<T> row, Object... values) {
    return session.apart(() -> session.one(query, row, values));
  }

  private <T> Optional<T> find(String query, Query.Row<T> row, Object... values) {
    return list(query, row, values).stream().findFirst();
  }

  private <T> List<T> list(String query, Query.Row<T> row, Object... values) {
    return session.apart(() -> session.query(query, row, values));
  }
}
