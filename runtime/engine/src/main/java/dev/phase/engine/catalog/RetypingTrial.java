package dev.phase.engine.catalog;

import dev.phase.schema.Column;
import dev.phase.schema.Retyping;
import dev.phase.schema.SchemaException;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives a column another type on an empty copy of its table, with copies of its indexes, constraints
 * and the tables that its foreign keys tie it to, and listens to what PostgreSQL says it does.
 */
final class RetypingTrial {

  /** The server's own words at level DEBUG1, which it never translates. */
  private static final Pattern WORK =
      Pattern.compile(
          "(rewriting|verifying|validating foreign key constraint|building index)"
              + "(?: table)? \"(.*?)\"(?: on table .*)?");

  private static final String REMEDY = "Choose another type.";

  private final Session session;
  private final QualifiedName original;
  private final QualifiedName copy;

  RetypingTrial(Session session, QualifiedName original, QualifiedName copy) {
    this.session = session;
    this.original = original;
    this.copy = copy;
  }

  Retyping judge(Column from, Column to) throws SQLException {
    // In some time zones PostgreSQL spares itself conversions that it has to do in others.
    session.execute(new Sql("SET LOCAL TimeZone = 'Asia/Kolkata'"));
    session.execute(
        Sql.of(
            "CREATE TABLE %s (LIKE %s INCLUDING CONSTRAINTS INCLUDING DEFAULTS"
                + " INCLUDING GENERATED INCLUDING INDEXES)",
            copy, original));
    Map<String, String> indexes = indexes();
    session.execute(alter(from));
    List<ForeignKey> keys =
        session.query("relatives", ForeignKey::read, original.sql(), from.name().value());
    for (int i = 0; i < keys.size(); i++) {
      try {
        tie(keys.get(i), i);
      } catch (SchemaException refusal) {
        return Retyping.impossible(
            "foreign key %s cannot be tried out".formatted(keys.get(i).name()));
      }
    }
    List<QualifiedName> relatives =
        keys.stream()
            .map(ForeignKey::other)
            .filter(other -> !other.equals(original))
            .distinct()
            .toList();
    return new Retyping(obstacle(to, indexes), relatives);
  }

  /** Makes the same foreign key between the copy and a copy of the other table. */
  private void tie(ForeignKey key, int number) {
    QualifiedName other = copy;
    if (!key.other().equals(original)) {
      other =
          new QualifiedName(copy.schema(), Identifier.of("%s_%d".formatted(copy.name(), number)));
      session.attempt(
          Sql.of("CREATE TABLE %s (LIKE %s INCLUDING INDEXES)", other, key.other()),
          REMEDY);
    }
    session.attempt(
        Sql.of(
            "ALTER TABLE %s ADD CONSTRAINT %s FOREIGN KEY (%s) REFERENCES %s (%s)",
            key.isOwn() ? copy : other,
            key.name(),
            Sql.list(key.columns()),
            key.isOwn() ? other : copy,
            Sql.list(key.targetColumns())),
        REMEDY);
  }

  /** The original's indexes by the names that the copy has them under. */
  private Map<String, String> indexes() throws SQLException {
    List<String> theirs = indexNames(original);
    List<String> copied = indexNames(copy);
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < Math.min(theirs.size(), copied.size()); i++) {
      names.put(copied.get(i), theirs.get(i));
    }
    return names;
  }

  private List<String> indexNames(QualifiedName table) throws SQLException {
    return session.query("index-names", row -> row.getString("name"), table.sql());
  }

  private Optional<String> obstacle(Column to, Map<String, String> indexes) {
    try {
      return session.overhear(alter(to), REMEDY).stream()
          .flatMap(words -> clause(words, indexes).stream())
          .findFirst()
          .map("%s under ACCESS EXCLUSIVE"::formatted);
    } catch (SchemaException refusal) {
      return Optional.of("PostgreSQL has no way to do it in place");
    }
  }

  private Optional<String> clause(String words, Map<String, String> indexes) {
    Matcher matcher = WORK.matcher(words);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String name = matcher.group(2);
    return switch (matcher.group(1)) {
      case "rewriting" -> Optional.of("PostgreSQL would rewrite the table");
      case "verifying" -> Optional.of("PostgreSQL would check a condition on every row");
      case "building index" ->
          // The index of a TOAST table that is new has nothing in it.
          Optional.ofNullable(indexes.get(name)).map("index %s would be rebuilt"::formatted);
      default -> Optional.of("foreign key %s would be checked again".formatted(name));
    };
  }

  private Sql alter(Column column) {
    Sql type = Sql.of("ALTER TABLE %s ALTER COLUMN %s TYPE %s", copy, column.name(), column.type());
    return column.collation().map(c -> Sql.of("%s COLLATE %s", type, new Sql(c))).orElse(type);
  }

  /**
   * A foreign key of the original or to it.
   *
   * @param isOwn whether it is the original's own
   * @param other the table at its other end
   */
  private record ForeignKey(
      Identifier name,
      boolean isOwn,
      QualifiedName other,
      List<Identifier> columns,
      List<Identifier> targetColumns) {

    static ForeignKey read(ResultSet row) throws SQLException {
      return new ForeignKey(
          Identifier.of(row.getString("name")),
          row.getBoolean("is_own"),
          new QualifiedName(
              Identifier.of(row.getString("schema_name")),
              Identifier.of(row.getString("table_name"))),
          Session.identifiers(row, "columns"),
          Session.identifiers(row, "target_columns"));
    }
  }
}
