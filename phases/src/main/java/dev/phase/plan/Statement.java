package dev.phase.plan;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One SQL statement of a step.
 *
 * @param locks what it takes on tables and views that existed before the step
 * @param source the user's text in it; absent where all of it is Phase's own
 * @param work what it does to rows; absent where it only changes the catalog
 */
public record Statement(
    Sql sql, List<Lock> locks, Optional<Source> source, Optional<Work> work) {

  private static final Pattern MENTIONED =
      Pattern.compile("CONCURRENTLY", Pattern.CASE_INSENSITIVE);

  private static final Pattern CONCURRENT =
      Pattern.compile(
          "(CREATE (UNIQUE )?INDEX|DROP INDEX) CONCURRENTLY .*"
              + "|REINDEX (\\( [^)]* \\) )?\\w+ CONCURRENTLY .*"
              + "|REINDEX \\( ([^)]* )?CONCURRENTLY (?!FALSE|OFF|0)[^)]*\\) .*"
              + "|ALTER TABLE .* DETACH PARTITION .* CONCURRENTLY( ;)?",
          Pattern.DOTALL);

  public Statement {
    requireNonNull(sql, "sql is null");
    locks = List.copyOf(locks);
    requireNonNull(source, "source is null");
    requireNonNull(work, "work is null");
  }

  /** A statement that only changes the catalog. */
  public Statement(Sql sql, List<Lock> locks, Optional<Source> source) {
    this(sql, locks, source, Optional.empty());
  }

  public static Statement of(Sql sql, Lock... locks) {
    return new Statement(sql, List.of(locks), Optional.empty());
  }

  /** The same statement, which takes these locks too. */
  public Statement alsoTaking(List<Lock> more) {
    List<Lock> all = new ArrayList<>(locks);
    all.addAll(more);
    return new Statement(sql, all, source, work);
  }

  /** The same statement, whose locks are on relations of these names. */
  public Statement lockingAs(UnaryOperator<QualifiedName> names) {
    return new Statement(
        sql,
        locks.stream().map(lock -> new Lock(names.apply(lock.relation()), lock.level())).toList(),
        source,
        work);
  }

  public Statement from(Source origin) {
    return new Statement(sql, locks, Optional.of(origin), work);
  }

  /** The same statement, which does this to rows. */
  public Statement doing(Work toRows) {
    return new Statement(sql, locks, source, Optional.of(toRows));
  }

  /**
   * Whether it works CONCURRENTLY in transactions of its own, which PostgreSQL refuses inside
   * another one: on an index, or to detach a partition. Cut off, it leaves something half done.
   */
  public boolean isConcurrent() {
    return MENTIONED.matcher(sql.sql()).find() && CONCURRENT.matcher(sql.skeleton()).matches();
  }
}
