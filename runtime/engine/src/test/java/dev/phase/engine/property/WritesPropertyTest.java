package dev.phase.engine.property;

import dev.phase.testkit.Lease;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.arbitraries.IntegerArbitrary;

/**
 * Whatever a table looks like, whatever is changed about it and whoever writes: each version reads
 * what was written through it, all rules hold, and no row is lost.
 */
@Tag("lifecycle")
class WritesPropertyTest {

  /** How far jqwik goes from plain programs; with another number a seed gives other programs. */
  private static final int GENERATOR_SIZE = 1000;

  /** With {@code -Dphase.property.seed}, a number or {@code random}, other programs are drawn. */
  private static final long SEED = seed(System.getProperty("phase.property.seed", "0"));

  private static long seed(String text) {
    long seed = text.equals("random") ? new Random().nextLong() : Long.parseLong(text);
    System.out.println("phase.property.seed = " + seed);
    return seed;
  }

  @Property(seed = "20261121", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
  void everyVersionKeepsItsOwnShapeOfTheData(@ForAll("programs") Drawn drawn) throws Exception {
    try (Lease lease = Lease.begin();
        Program program = new Program(lease.database())) {
      try {
        program.run(drawn);
      } catch (Exception | AssertionError e) {
        throw new AssertionError(
            "%s\n\n%s\n\nDrawn with -Dphase.property.seed=%d"
                .formatted(e.getMessage(), program.log(), SEED),
            e);
      }
    }
  }

  @Provide
  Arbitrary<Drawn> programs() {
    RandomGenerator<Drawn> drawn = drawn().generator(GENERATOR_SIZE);
    return Arbitraries.fromGenerator(
        random -> drawn.next(new Random(random.nextLong() ^ SEED)));
  }

  private static Arbitrary<Drawn> drawn() {
    return Combinators.combine(
            table(), operation().list().ofMinSize(1).ofMaxSize(3).list().ofMinSize(1).ofMaxSize(4),
            step().list().ofMaxSize(20))
        .as(Drawn::new);
  }

  private static Arbitrary<Drawn.Table> table() {
    Arbitrary<List<Drawn.Column>> columns =
        Combinators.combine(
                upTo(7), Arbitraries.of(true, false), upTo(2), upTo(4))
            .as(Drawn.Column::new)
            .list()
            .ofMinSize(2)
            .ofMaxSize(5);
    return Combinators.combine(upTo(11), columns, upTo(5)).as(Drawn.Table::new);
  }

  private static Arbitrary<Drawn.Operation> operation() {
    return Combinators.combine(upTo(12), upTo(7), upTo(5), upTo(7), upTo(7))
        .as(Drawn.Operation::new);
  }

  private static Arbitrary<Drawn.Step> step() {
    return Combinators.combine(upTo(Drawn.VERBS - 1), upTo(4), upTo(14), upTo(1), upTo(255), upTo(35), upTo(39))
        .as(Drawn.Step::new);
  }

  private static IntegerArbitrary upTo(int most) {
    return Arbitraries.integers().between(0, most).withDistribution(
        RandomDistribution.uniform());
  }
}
