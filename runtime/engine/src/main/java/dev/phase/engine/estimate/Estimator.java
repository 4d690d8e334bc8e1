package dev.phase.engine.estimate;

import dev.phase.plan.SqlStep;
import dev.phase.plan.Step;
import dev.phase.plan.SweepStep;
import dev.phase.plan.Work;
import dev.phase.sql.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Estimates steps from the sizes of their tables. */
public final class Estimator {

  /** Of an entry besides its values: its head, its place in the page, and a tenth of free room. */
  private static final int INDEX_ENTRY_BYTES = 16;

  private final Map<QualifiedName, TableFacts> facts;
  private final Rates rates;

  /**
   * @param facts of the tables that are there; any other one has no rows yet
   * @param steps that will run: what they add to tables is indexed later
   */
  public Estimator(List<TableFacts> facts, List<Step> steps, Rates rates) {
    this.facts = new HashMap<>();
    facts.forEach(f -> this.facts.put(f.table(), f));
    steps.stream()
        .filter(SweepStep.class::isInstance)
        .map(step -> ((SweepStep) step).sweep())
        .forEach(sweep -> this.facts.computeIfPresent(sweep.table(), (name, f) -> f.with(sweep)));
    this.rates = rates;
  }

  /** The tables whose facts an estimate of these steps needs. */
  public static Stream<QualifiedName> tables(Step step) {
    return step instanceof SqlStep sql
        ? sql.work().stream().flatMap(Estimator::table)
        : Stream.of(((SweepStep) step).sweep().table());
  }

  public Estimate of(Step step) {
    return step instanceof SqlStep sql
        ? sql.work().stream().map(this::of).reduce(Estimate.CATALOG, Estimate::plus)
        : of((SweepStep) step);
  }

  private static Stream<QualifiedName> table(Work work) {
    if (work instanceof Work.Scan scan) {
      return Stream.of(scan.table());
    }
    return work instanceof Work.IndexBuild build ? Stream.of(build.table()) : Stream.empty();
  }

  private Estimate of(Work work) {
    if (work instanceof Work.Scan scan) {
      TableFacts table = facts(scan.table());
      return estimate(
          Estimate.Kind.SCAN,
          table,
          rates.scanMillis(table.heapBytes()),
          Range.NOTHING,
          Range.NOTHING,
          false);
    }
    return work instanceof Work.IndexBuild build ? of(build) : Estimate.UNKNOWN;
  }

  /** At worst the rows are sorted in a temporary file. */
  private Estimate of(Work.IndexBuild build) {
    TableFacts table = facts(build.table());
    long width =
        INDEX_ENTRY_BYTES
            + (long) build.expressions() * TableFacts.UNKNOWN_WIDTH
            + build.columns().stream().mapToInt(table::width).sum();
    long size = table.rows() * width * 10 / 9;
    return estimate(
        Estimate.Kind.INDEX,
        table,
        rates.indexMillis(table.rows(), table.heapBytes()),
        new Range(size, size),
        new Range(size, 2 * size),
        false);
  }

  /** At worst an old snapshot keeps every row as it was, and every index has entries for both. */
  private Estimate of(SweepStep step) {
    TableFacts table = facts(step.sweep().table());
    long values =
        table.rows()
            * step.sweep().fills().stream().mapToInt(fill -> table.width(fill.column())).sum();
    long after = table.heapBytes() + values;
    return estimate(
        Estimate.Kind.BACKFILL,
        table,
        rates.sweepMillis(table.table(), table.rows(), after),
        rates.sweepWal(table.table(), table.rows(), after),
        new Range(values, values + after + table.indexBytes()),
        rates.isMeasured());
  }

  private TableFacts facts(QualifiedName table) {
    return facts.getOrDefault(table, TableFacts.none(table));
  }

  private static Estimate estimate(
      Estimate.Kind kind,
      TableFacts table,
      Range millis,
      Range walBytes,
      Range diskBytes,
      boolean measured) {
    return new Estimate(
        kind,
        Optional.of(table.table()),
        table.rows(),
        table.heapBytes(),
        millis,
        walBytes,
        diskBytes,
        measured && table.rows() > 0);
  }
}
