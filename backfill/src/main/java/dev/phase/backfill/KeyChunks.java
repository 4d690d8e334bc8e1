package dev.phase.backfill;

import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlLiteral;
import dev.phase.sql.SqlType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** Chunks along a unique key, in the key's own order: gaps between keys cost nothing. */
final class KeyChunks implements Chunks {

  /** One column of the key. */
  record Column(Identifier name, SqlType type) {}

  private final QualifiedName table;
  private final List<Column> key;

  KeyChunks(QualifiedName table, List<Column> key) {
    this.table = table;
    this.key = List.copyOf(key);
  }

  @Override
  public String signature(Handle handle) {
    return key.stream()
        .map(c -> c.name().sql() + " " + c.type())
        .collect(Collectors.joining(", ", "key ", ""));
  }

  @Override
  public boolean losesTrack() {
    return false;
  }

  @Override
  public Optional<Position> end(Handle handle) throws SQLException {
    Sql last =
        Sql.of(
            "SELECT %s FROM (SELECT %s FROM %s AS r ORDER BY %s LIMIT 1) AS b",
            Sql.list(texts()), Sql.list(aliased()), table, Sql.list(descending()));
    return RawSql.query(handle, last).stream().findFirst().map(Position::new);
  }

  @Override
  public Optional<Chunk> next(Handle handle, Pass pass, BatchSettings settings)
      throws SQLException {
    long rows = (long) settings.rows() * settings.stripes() * BATCHES;
    Position bound = pass.bound().orElseThrow();
    Sql rest = within(pass.frontier(), bound);
    Optional<Position> high = last(handle, rest, rows);
    if (high.isPresent()) {
      return high.map(p -> new Chunk(pass.frontier(), p, 1, rows));
    }
    long left = count(handle, rest);
    return left == 0
        ? Optional.empty()
        : Optional.of(new Chunk(pass.frontier(), bound, 1, left));
  }

  private long count(Handle handle, Sql condition) throws SQLException {
    Sql count = Sql.of("SELECT count(*) FROM %s WHERE %s", table, condition);
    return Long.parseLong(RawSql.query(handle, count).get(0).get(0));
  }

  @Override
  public Slice slice(Handle handle, Pass pass, Chunk chunk, Place place, int rows)
      throws SQLException {
    Optional<Position> after = place.cursor().or(chunk::low);
    return last(handle, within(after, chunk.high()), rows)
        .map(last -> slice(after, last, rows, last.equals(chunk.high())))
        .orElseGet(() -> slice(after, chunk.high(), chunk.rows() - place.rowsDone(), true));
  }

  /** The last of so many rows; absent where there are fewer. */
  private Optional<Position> last(Handle handle, Sql condition, long rows) throws SQLException {
    Sql last =
        Sql.of(
            """
            SELECT %s FROM (
              SELECT %s FROM %s AS r WHERE %s ORDER BY %s OFFSET %s::bigint LIMIT 1
            ) AS b""",
            Sql.list(texts()),
            Sql.list(aliased()),
            table,
            condition,
            Sql.list(ordered()),
            number(rows - 1));
    return RawSql.query(handle, last).stream().findFirst().map(Position::new);
  }

  private Slice slice(Optional<Position> after, Position last, long rows, boolean ends) {
    String range =
        after.map(p -> "after %s up to %s".formatted(words(p), words(last)))
            .orElseGet(() -> "up to %s".formatted(words(last)));
    return new Slice(within(after, last), last, ends, rows, range);
  }

  private static SqlLiteral number(long value) {
    return new SqlLiteral(Long.toString(value));
  }

  @Override
  public Sql rowName() {
    return Sql.of("concat(%s, ' ', ROW(%s))", new SqlLiteral(names()), Sql.list(columns()));
  }

  private Sql within(Optional<Position> after, Position upTo) {
    Sql below = Sql.of("(%s) <= (%s)", Sql.list(columns()), Sql.list(constants(upTo)));
    return after
        .map(
            p ->
                Sql.of(
                    "(%s) > (%s) AND %s",
                    Sql.list(columns()), Sql.list(constants(p)), below))
        .orElse(below);
  }

  private List<Identifier> columns() {
    return key.stream().map(Column::name).toList();
  }

  private List<Sql> constants(Position position) {
    return IntStream.range(0, key.size())
        .mapToObj(
            i -> Sql.of("%s::%s", new SqlLiteral(position.values().get(i)), key.get(i).type()))
        .toList();
  }

  /** Qualified: in ORDER BY a bare name would first be looked for among the aliases. */
  private List<Sql> ordered() {
    return key.stream().map(c -> Sql.of("r.%s", c.name())).toList();
  }

  private List<Sql> descending() {
    return ordered().stream().map(c -> Sql.of("%s DESC", c)).toList();
  }

  private List<Sql> aliased() {
    return IntStream.range(0, key.size())
        .mapToObj(i -> Sql.of("r.%s AS %s", key.get(i).name(), alias(i)))
        .toList();
  }

  private List<Sql> texts() {
    return IntStream.range(0, key.size()).mapToObj(i -> Sql.of("b.%s::text", alias(i))).toList();
  }

  private static Identifier alias(int i) {
    return Identifier.of("k" + i);
  }

  private String names() {
    return key.stream().map(c -> c.name().toString()).collect(Collectors.joining(", "));
  }

  private String words(Position position) {
    return "%s (%s)".formatted(names(), String.join(",", position.values()));
  }
}
