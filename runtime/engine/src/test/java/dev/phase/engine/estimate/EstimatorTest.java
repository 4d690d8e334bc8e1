package dev.phase.engine.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.plan.Fill;
import dev.phase.plan.Guard;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.plan.Step;
import dev.phase.plan.Sweep;
import dev.phase.plan.SweepStep;
import dev.phase.plan.Work;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The model: what the operations guide says about it. */
final class EstimatorTest {

  private static final long MEGABYTE = 1 << 20;
  private static final QualifiedName USERS =
      new QualifiedName(Identifier.of("public"), Identifier.of("users"));
  private static final Identifier NAME = Identifier.of("name");
  private static final Identifier SHADOW = Identifier.of("phase_1_name");
  private static final TableFacts FACTS =
      new TableFacts(USERS, 1_000_000, 100 * MEGABYTE, 50 * MEGABYTE, Map.of(NAME, 10));

  private static final Step SWEEP =
      new SweepStep(
          "sweep",
          "Backfill",
          new Sweep(USERS, List.of(new Fill(SHADOW, new SqlType("bigint"), new Sql("1"), false))));

  @Test
  void aBackfillWritesEveryRowWithItsNewValues() {
    Estimate estimate = estimator().of(SWEEP);

    assertEquals(Estimate.Kind.BACKFILL, estimate.kind());
    assertEquals(1_000_000, estimate.rows());
    assertEquals(100 * MEGABYTE, estimate.bytes());
    assertEquals(new Range(10_000, 50_000), estimate.millis());
    long after = 100 * MEGABYTE + 8_000_000;
    assertEquals(
        new Range(after + 64_000_000, 4 * after + 128_000_000), estimate.walBytes());
    assertEquals(
        new Range(8_000_000, 8_000_000 + after + 50 * MEGABYTE), estimate.diskBytes());
    assertFalse(estimate.measured());
  }

  @Test
  void bigRowsAreSlowForTheirBytes() {
    TableFacts wide = new TableFacts(USERS, 1_000, 1_000 * MEGABYTE, 0, Map.of());

    Range millis =
        new Estimator(List.of(wide), List.of(SWEEP), new Rates(List.of())).of(SWEEP).millis();

    assertEquals(new Range(20_000, 100_000), millis);
  }

  @Test
  void earlierBackfillsOfTheTableTellMoreThanOthers() {
    PastRun slow = new PastRun("public.orders", 100_000, 900_000, 90_000_000);
    PastRun own = new PastRun("public.users", 100_000, 3_000, 30_000_000);
    PastRun shortOne = new PastRun("public.users", 10, 1, 1);

    Estimate estimate = estimator(slow, own, shortOne).of(SWEEP);

    assertTrue(estimate.measured());
    assertEquals(new Range(20_000, 40_000), estimate.millis());
    assertEquals(new Range(200_000_000, 400_000_000), estimate.walBytes());
    assertEquals(new Range(6_000_000, 12_000_000), estimator(slow).of(SWEEP).millis());
  }

  @Test
  void anIndexIsAsBigAsItsColumns() {
    Estimate estimate = estimator().of(build(List.of(NAME, SHADOW), 1));

    assertEquals(Estimate.Kind.INDEX, estimate.kind());
    long size = 1_000_000L * (16 + 10 + 8 + 32) * 10 / 9;
    assertEquals(new Range(size, size), estimate.walBytes());
    assertEquals(new Range(size, 2 * size), estimate.diskBytes());
    assertEquals(new Range(1_195, 14_000), estimate.millis());
  }

  @Test
  void aValidationReadsTheTable() {
    Estimate estimate =
        estimator()
            .of(step(Statement.of(new Sql("ALTER TABLE")).doing(new Work.Scan(USERS))));

    assertEquals(Estimate.Kind.SCAN, estimate.kind());
    assertEquals(new Range(97, 2_000), estimate.millis());
    assertTrue(estimate.walBytes().isNothing());
  }

  @Test
  void nothingIsKnownOfTheUsersSql() {
    Estimate estimate =
        estimator().of(step(Statement.of(new Sql("VACUUM")).doing(new Work.Unknown())));

    assertEquals(Estimate.Kind.UNKNOWN, estimate.kind());
  }

  @Test
  void whatOnlyChangesTheCatalogCostsNothing() {
    Estimate estimate = estimator().of(step(Statement.of(new Sql("COMMENT"))));

    assertEquals(Estimate.Kind.CATALOG, estimate.kind());
    assertEquals(0, estimate.rows());
  }

  @Test
  void aTableThatIsNotThereYetHasNoRows() {
    Estimate estimate =
        new Estimator(List.of(), List.of(SWEEP), new Rates(List.of())).of(SWEEP);

    assertEquals(0, estimate.rows());
    assertTrue(estimate.diskBytes().isNothing());
  }

  @Test
  void severalStepsAddUp() {
    Estimate sum = estimator().of(SWEEP).plus(estimator().of(build(List.of(NAME), 0)));

    assertEquals(Estimate.Kind.BACKFILL, sum.kind());
    assertEquals(2_000_000, sum.rows());
    assertEquals(10_000 + 1_195, sum.millis().least());
  }

  private static Estimator estimator(PastRun... runs) {
    return new Estimator(List.of(FACTS), List.of(SWEEP), new Rates(List.of(runs)));
  }

  private static Step build(List<Identifier> columns, int expressions) {
    return SqlStep.alone(
        "index",
        "Build it",
        Statement.of(new Sql("CREATE INDEX CONCURRENTLY"))
            .doing(new Work.IndexBuild(USERS, columns, expressions)),
        new Guard.Repeatable());
  }

  private static Step step(Statement statement) {
    return SqlStep.transaction("step", "Do it", List.of(statement));
  }
}
