package dev.phase.engine;

import dev.phase.change.Change;
import dev.phase.change.Checksum;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.engine.state.AppliedChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the change files say against what the database has.
 *
 * @param pending in the files, not in the database
 * @param ahead in the database, not in the files: an older release is deployed again
 */
record History(List<Change> pending, List<String> ahead) {

  /**
   * Compares files, in their order, with the applied changes, in theirs.
   *
   * @throws PhaseException with every contradiction
   */
  static History compare(List<Change> files, List<AppliedChange> ledger) {
    List<AppliedChange> applied = ledger.stream().filter(c -> !c.rolledBack()).toList();
    Map<String, Change> byId = new LinkedHashMap<>();
    files.forEach(change -> byId.put(change.id(), change));
    Set<String> appliedIds = applied.stream().map(AppliedChange::id).collect(Collectors.toSet());
    List<Change> pending = files.stream().filter(c -> !appliedIds.contains(c.id())).toList();
    List<String> missing =
        applied.stream().map(AppliedChange::id).filter(id -> !byId.containsKey(id)).toList();

    List<String> problems = new ArrayList<>();
    for (AppliedChange change : applied) {
      Change file = byId.get(change.id());
      if (file != null && !file.isSettled() && !Checksum.of(file).equals(change.checksum())) {
        problems.add(
            "Change %s was edited after it had been applied. Put its file back as it was, and make a new change for what is new."
                .formatted(change.id()));
      }
    }
    Set<String> last = applied.isEmpty() ? Set.of() : Set.of(applied.get(applied.size() - 1).id());
    for (Change change : pending) {
      last.stream()
          .filter(newest -> change.id().compareTo(newest) < 0)
          .forEach(
              newest ->
                  problems.add(
                      "Change %s sorts before %s, which has been applied already. Give its file a later number."
                          .formatted(change.id(), newest)));
    }
    Set<String> gaps = gaps(applied, byId.keySet(), !pending.isEmpty());
    gaps.forEach(
        id ->
            problems.add(
                "Change %s has been applied, but its file is missing. Put the file back, or take the change back with `phase rollback` where it is the newest."
                    .formatted(id)));
    if (!problems.isEmpty()) {
      throw new PhaseException(ExitCode.DRIFT, String.join("\n", problems));
    }
    return new History(pending, missing);
  }

  /** How many versions the pending changes make. */
  int arriving() {
    return pending.isEmpty() ? 0 : 1;
  }

  /** The missing files that newer files follow; files missing at the end are an older release. */
  private static Set<String> gaps(
      List<AppliedChange> applied, Set<String> files, boolean newerPending) {
    Set<String> gaps = new HashSet<>();
    boolean newer = newerPending;
    for (int i = applied.size() - 1; i >= 0; i--) {
      String id = applied.get(i).id();
      if (files.contains(id)) {
        newer = true;
      } else if (newer) {
        gaps.add(id);
      }
    }
    return gaps;
  }
}
