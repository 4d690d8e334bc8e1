package dev.phase.engine.state;

import dev.phase.plan.Step;
import dev.phase.planning.Plan;
import java.util.List;
import java.util.Set;

/**
 * A plan in the ledger.
 *
 * @param done the places in its list of the steps that are done
 */
public record StoredPlan(long id, Plan plan, Set<Integer> done) {

  public StoredPlan {
    done = Set.copyOf(done);
  }

  /** The places of the steps that are still to do. */
  public List<Integer> pending() {
    return java.util.stream.IntStream.range(0, plan.steps().size())
        .filter(i -> !done.contains(i))
        .boxed()
        .toList();
  }

  public Step step(int place) {
    return plan.steps().get(place);
  }

  /** Whether nothing is left after this step. */
  public boolean isLast(int place) {
    return pending().stream().allMatch(i -> i <= place);
  }
}
