package dev.phase.backfill;

import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlType;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** What the catalog says about the table of one run. */
final class TableReader {

  /** Tables of up to this many pages (64 MB) are counted; the planner guesses the others' rows. */
  private static final long COUNTED_PAGES = 8192;

  private static final Pattern PLAN_ROWS = Pattern.compile("\"Plan Rows\": (\\d+)");

  private final QualifiedName table;
  private final long oid;

  private TableReader(QualifiedName table, long oid) {
    this.table = table;
    this.oid = oid;
  }

  /**
   * The files of a table and its partitions.
   *
   * @param longest pages of the biggest one
   * @param pages of all of them
   */
  record Storage(String files, long longest, long pages) {}

  /**
   * Reads under a lock that keeps the table as it is until the transaction ends: its storage, its key
   * and its columns.
   */
  static TableReader lock(Handle handle, QualifiedName table) throws SQLException {
    RawSql.update(handle, Sql.of("LOCK TABLE %s IN ROW EXCLUSIVE MODE", table));
    return handle
        .createQuery(Resources.sql(TableReader.class, "table"))
        .bind("schema", table.schema().value())
        .bind("name", table.name().value())
        .mapTo(Long.class)
        .map(oid -> new TableReader(table, oid))
        .one();
  }

  Chunks chunks(Handle handle) {
    List<KeyChunks.Column> key =
        handle
            .createQuery(Resources.sql(TableReader.class, "key"))
            .bind("table", oid)
            .map(
                (row, context) ->
                    new KeyChunks.Column(
                        Identifier.of(row.getString("name")), new SqlType(row.getString("type"))))
            .list();
    return key.isEmpty() ? new PageChunks(storage(handle)) : new KeyChunks(table, key);
  }

  Storage storage(Handle handle) {
    return handle
        .createQuery(Resources.sql(TableReader.class, "storage"))
        .bind("table", oid)
        .map(
            (row, context) ->
                new Storage(row.getString("files"), row.getLong("longest"), row.getLong("pages")))
        .one();
  }

  /** The columns whose values can be compared as they are; others are compared as text. */
  Set<Identifier> exactColumns(Handle handle) {
    return handle
        .createQuery(Resources.sql(TableReader.class, "exactColumns"))
        .bind("table", oid)
        .mapTo(String.class)
        .map(Identifier::of)
        .set();
  }

  /** How many rows there are: exact for a small table, an estimate for others. */
  long rows(Handle handle) throws SQLException {
    if (storage(handle).pages() <= COUNTED_PAGES) {
      Sql count = Sql.of("SELECT count(*) FROM %s", table);
      return Long.parseLong(RawSql.query(handle, count).get(0).get(0));
    }
    Sql explain = Sql.of("EXPLAIN (FORMAT JSON) SELECT FROM %s", table);
    Matcher rows = PLAN_ROWS.matcher(RawSql.query(handle, explain).get(0).get(0));
    return rows.find() ? Long.parseLong(rows.group(1)) : 0;
  }
}
