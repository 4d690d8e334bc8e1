package dev.phase.schema;

import dev.phase.sql.Sql;
import dev.phase.sql.SqlFragment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a sequence counts. What is absent has PostgreSQL's default where a sequence is created, and
 * stays as it is where one is altered.
 */
public record SequenceOptions(
    Optional<Type> type,
    Optional<Long> start,
    Optional<Long> increment,
    Optional<Long> min,
    Optional<Long> max,
    Optional<Long> cache,
    Optional<Boolean> cycle) {

  /** The integers that a sequence counts in, narrowest first. */
  public enum Type {
    SMALLINT(Short.MAX_VALUE),
    INTEGER(Integer.MAX_VALUE),
    BIGINT(Long.MAX_VALUE);

    private final long most;

    Type(long most) {
      this.most = most;
    }
  }

  public boolean isEmpty() {
    return clauses().isEmpty();
  }

  /** What stands after the sequence's name. */
  public Sql sql() {
    return Sql.join(" ", clauses());
  }

  private List<SqlFragment> clauses() {
    List<SqlFragment> clauses = new ArrayList<>();
    type.ifPresent(t -> clauses.add(new Sql("AS " + t.name().toLowerCase(Locale.ROOT))));
    increment.ifPresent(n -> clauses.add(new Sql("INCREMENT BY " + n)));
    min.ifPresent(n -> clauses.add(new Sql("MINVALUE " + n)));
    max.ifPresent(n -> clauses.add(new Sql("MAXVALUE " + n)));
    start.ifPresent(n -> clauses.add(new Sql("START WITH " + n)));
    cache.ifPresent(n -> clauses.add(new Sql("CACHE " + n)));
    cycle.ifPresent(c -> clauses.add(new Sql(c ? "CYCLE" : "NO CYCLE")));
    return clauses;
  }

  /**
   * Those of the options that let a sequence go on counting as before, only further or in greater
   * steps, so that those who know it as it is now do not mind.
   *
   * @param now all options as they are
   */
  public SequenceOptions loosening(SequenceOptions now) {
    return new SequenceOptions(
        type.filter(t -> t.compareTo(now.type.orElseThrow()) > 0),
        Optional.empty(),
        increment.filter(n -> isGreaterStep(n, now.increment.orElseThrow())),
        min.filter(n -> n < now.min.orElseThrow()),
        max.filter(n -> n > now.max.orElseThrow()),
        cache.filter(n -> !n.equals(now.cache.orElseThrow())),
        Optional.empty());
  }

  /** Without what {@link #loosening} leaves alone. */
  public SequenceOptions limits() {
    return new SequenceOptions(
        type, Optional.empty(), increment, min, max, cache, Optional.empty());
  }

  private static boolean isGreaterStep(long wanted, long now) {
    return Long.signum(wanted) == Long.signum(now) && Math.abs(wanted) > Math.abs(now);
  }

  /** These, all of them given, but for the type and for a limit that is only the type's own. */
  public SequenceOptions ofAnyType() {
    return new SequenceOptions(
        Optional.empty(),
        start,
        increment,
        min,
        max.filter(n -> n != type.orElseThrow().most),
        cache,
        cycle);
  }

  /** These options, and for what is absent those others. */
  public SequenceOptions orElse(SequenceOptions others) {
    boolean wider = type.isPresent() && !type.equals(others.type);
    return new SequenceOptions(
        type.or(others::type),
        start.or(others::start),
        increment.or(others::increment),
        min.or(() -> wider ? Optional.empty() : others.min),
        max.or(() -> wider ? Optional.empty() : others.max),
        cache.or(others::cache),
        cycle.or(others::cycle));
  }
}
