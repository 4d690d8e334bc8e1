package dev.phase.backfill;

import dev.phase.plan.Fill;
import dev.phase.plan.Sweep;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The statements of a sweep over one batch. */
final class SweepSql {

  private final Sweep sweep;
  private final Set<Identifier> exactColumns;

  SweepSql(Sweep sweep, Set<Identifier> exactColumns) {
    this.sweep = sweep;
    this.exactColumns = exactColumns;
  }

  /** The same, which fills these, too. */
  SweepSql with(List<Fill> more) {
    List<Fill> fills = new ArrayList<>(sweep.fills());
    fills.addAll(more);
    return new SweepSql(new Sweep(sweep.table(), fills), exactColumns);
  }

  List<Fill> fills() {
    return sweep.fills();
  }

  /** The fills whose outcome can be compared: a volatile value is another one each time. */
  List<Fill> verifiable() {
    return sweep.fills().stream().filter(fill -> !fill.onlyNull()).toList();
  }

  /** Fills what is not what it should be. */
  Sql convert(Slice slice) {
    return convert(slice.condition());
  }

  /** Fills what is not what it should be in the rows of this condition. */
  Sql convert(Sql condition) {
    return update(condition, anyWrong());
  }

  private Sql update(Sql condition, Sql wrong) {
    return Sql.of(
        "UPDATE %s SET %s WHERE %s AND (%s)",
        sweep.table(),
        Sql.list(sweep.fills().stream().map(SweepSql::assign).toList()),
        condition,
        wrong);
  }

  /** Fills what can be other than it is in the rows of this condition: not NULL by NULL. */
  Sql mend(Sql condition) {
    return update(condition, anyUnproven());
  }

  /** Table, place and name of each row, which then stays as it is until the transaction ends. */
  Sql lockRows(Slice slice, Sql rowName) {
    return Sql.of("%s FOR NO KEY UPDATE", rows(slice, rowName));
  }

  /** Table, place and name of each row. */
  Sql rows(Slice slice, Sql rowName) {
    return Sql.of(
        "SELECT tableoid, ctid, %s FROM %s WHERE %s", rowName, sweep.table(), slice.condition());
  }

  /** Counts the rows that a conversion would change, but for volatile values. */
  Sql countWrong(Slice slice) {
    return count(slice.condition(), anyWrong(verifiable()));
  }

  /** Counts the rows that a conversion would change. */
  Sql countUnproven(Sql condition) {
    return count(condition, anyUnproven());
  }

  private Sql anyUnproven() {
    return Sql.join(" OR ", sweep.fills().stream().map(this::unproven).toList());
  }

  private Sql count(Sql condition, Sql wrong) {
    return Sql.of(
        "SELECT count(*) FROM %s WHERE %s AND (%s)", sweep.table(), condition, wrong);
  }

  /** A volatile expression may well give NULL. */
  private Sql unproven(Fill fill) {
    return fill.onlyNull()
        ? Sql.of("%s AND (%s) IS NOT NULL", wrong(fill), fill.value())
        : wrong(fill);
  }

  /** How many rows one fill has wrong, with the name of one of them. */
  Sql example(Slice slice, Fill fill, Sql rowName) {
    return Sql.of(
        "SELECT count(*) OVER (), %s FROM %s WHERE %s AND %s LIMIT 1",
        rowName, sweep.table(), slice.condition(), unproven(fill));
  }

  static Sql analyze(Sweep sweep) {
    return Sql.of(
        "ANALYZE (SKIP_LOCKED) %s (%s)",
        sweep.table(), Sql.list(sweep.fills().stream().map(Fill::column).toList()));
  }

  /** Whether a row has a column that is not what it should be. */
  Sql anyWrong() {
    return anyWrong(sweep.fills());
  }

  private static Sql assign(Fill fill) {
    return fill.onlyNull()
        ? Sql.of("%s = coalesce(%s, (%s))", fill.column(), fill.column(), fill.value())
        : Sql.of("%s = (%s)", fill.column(), fill.value());
  }

  private Sql anyWrong(List<Fill> fills) {
    return Sql.join(" OR ", fills.stream().map(this::wrong).toList());
  }

  private Sql wrong(Fill fill) {
    if (fill.onlyNull()) {
      return Sql.of("%s IS NULL", fill.column());
    }
    if (exactColumns.contains(fill.column())) {
      return Sql.of("%s IS DISTINCT FROM (%s)::%s", fill.column(), fill.value(), fill.type());
    }
    return Sql.of(
        "%s::text COLLATE \"C\" IS DISTINCT FROM ((%s)::%s)::text COLLATE \"C\"",
        fill.column(), fill.value(), fill.type());
  }
}
