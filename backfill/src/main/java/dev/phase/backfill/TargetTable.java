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
import org.jdbi.v3.core.statement.Query;

/**
 * The table of one run, as the catalog describes it.
 *
 * @param key the columns of its best unique key, in their order; empty where there is none
 * @param scattered whether neighbours by key are far from each other in the table
 * @param exactColumns the columns whose values can be compared as they are; others are compared as
 *     text
 */
record TargetTable(
    QualifiedName name,
    List<KeyChunks.Column> key,
    boolean scattered,
    Set<Identifier> exactColumns) {

  /** Tables of up to this many pages (64 MB) are counted; the planner guesses the others' rows. */
  private static final long COUNTED_PAGES = 8192;

  private static final Pattern PLAN_ROWS = Pattern.compile("\"Plan Rows\": (\\d+)");

  TargetTable {
    key = List.copyOf(key);
    exactColumns = Set.copyOf(exactColumns);
  }

  static TargetTable read(Handle handle, QualifiedName name) {
    List<KeyChunks.Column> key =
        query(handle, name, "key")
            .map(
                (row, context) ->
                    new KeyChunks.Column(
                        Identifier.of(row.getString("name")), new SqlType(row.getString("type"))))
            .list();
    Set<Identifier> exactColumns =
        query(handle, name, "exactColumns").mapTo(String.class).map(Identifier::of).set();
    return new TargetTable(name, key, isScattered(handle, name, key), exactColumns);
  }

  private static boolean isScattered(
      Handle handle, QualifiedName name, List<KeyChunks.Column> key) {
    return !key.isEmpty()
        && query(handle, name, "scattered")
            .bind("column", key.get(0).name().value())
            .mapTo(Boolean.class)
            .one();
  }

  /** Keeps the table from being rewritten or dropped until the transaction ends. */
  void lock(Handle handle) throws SQLException {
    RawSql.update(handle, Sql.of("LOCK TABLE %s IN ROW EXCLUSIVE MODE", name));
  }

  /**
   * Whether it is to be verified along its key, in which a row keeps its place, and not page by
   * page, as it was at one moment.
   *
   * @param snapshotPages up to where pages are the better way in any case
   */
  boolean suitsKey(Handle handle, long snapshotPages) {
    return !key.isEmpty() && !scattered && storage(handle).pages() > snapshotPages;
  }

  /** How to go through it. */
  Chunks chunks(boolean byKey) {
    return byKey && !key.isEmpty() ? new KeyChunks(name, key) : pages();
  }

  private PageChunks pages() {
    Sql rowName =
        key.isEmpty() ? Sql.of("concat('ctid ', ctid)") : new KeyChunks(name, key).rowName();
    return new PageChunks(this::storage, spread(), rowName);
  }

  /** Takes the last column of the key: it is the one that tells neighbours apart. */
  private Sql spread() {
    if (!key.isEmpty()) {
      KeyChunks.Column last = key.get(key.size() - 1);
      switch (last.type().sql()) {
        case "smallint", "integer", "bigint" -> {
          return Sql.of("%s", last.name());
        }
        case "uuid" -> {
          return Sql.of("uuid_hash(%s)", last.name());
        }
        case "text" -> {
          return Sql.of("hashtext(%s)", last.name());
        }
        default -> {}
      }
    }
    return Sql.of("hashtid(ctid)");
  }

  /** How many rows there are: exact for a small table, an estimate for others. */
  long rows(Handle handle) throws SQLException {
    if (storage(handle).pages() <= COUNTED_PAGES) {
      Sql count = Sql.of("SELECT count(*) FROM %s", name);
      return Long.parseLong(RawSql.query(handle, count).get(0).get(0));
    }
    Sql explain = Sql.of("EXPLAIN (FORMAT JSON) SELECT FROM %s", name);
    Matcher rows = PLAN_ROWS.matcher(RawSql.query(handle, explain).get(0).get(0));
    return rows.find() ? Long.parseLong(rows.group(1)) : 0;
  }

  private PageChunks.Storage storage(Handle handle) {
    return query(handle, name, "storage")
        .map(
            (row, context) ->
                new PageChunks.Storage(
                    row.getString("signature"), row.getLong("longest"), row.getLong("pages")))
        .one();
  }

  private static Query query(Handle handle, QualifiedName name, String file) {
    return handle
        .createQuery(Resources.sql(TargetTable.class, file))
        .bind("schema", name.schema().value())
        .bind("table", name.name().value());
  }
}
