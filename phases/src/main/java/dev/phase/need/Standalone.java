package dev.phase.need;

import dev.phase.plan.SqlStep;
import dev.phase.schema.TableKey;
import dev.phase.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A need that no table owns: user SQL, a sequence, a type. It has steps of its own, in its place. */
public interface Standalone {

  /** None. */
  default Optional<TableKey> table() {
    return Optional.empty();
  }

  /** What to run at expand, after what the operations before it need. */
  default List<SqlStep> expandSteps(Bases bases) {
    return List.of();
  }

  /** What to run at contract, once the tables have their new shape. */
  default List<SqlStep> contractSteps(Bases bases) {
    return List.of();
  }

  /** What to run last at contract, once the oldest version's views are gone, too. */
  default List<SqlStep> lastContractSteps(Bases bases) {
    return List.of();
  }

  /**
   * What takes the expand back, whatever of it was done.
   *
   * @param neverRun the ids of steps of the expand that are not recorded as done
   */
  default List<SqlStep> rollbackSteps(Bases bases, Set<String> neverRun) {
    return List.of();
  }

  /**
   * What later operations of the same version may take for granted although nothing has run yet: a
   * statement that only creates something. Trials run it first.
   */
  default Optional<Sql> assumption(Bases bases) {
    return Optional.empty();
  }
}
