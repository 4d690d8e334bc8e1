package dev.phase.planning;

import dev.phase.need.Need;
import dev.phase.need.NewTable;
import dev.phase.need.Standalone;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.plan.Step;
import dev.phase.schema.TableKey;
import dev.phase.window.Version;
import dev.phase.window.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes the newest version away again, also where its expand was cut off half-way: each statement
 * bears that there is nothing to remove. Operations are taken back in the reverse of their order: one
 * transaction per table, but user SQL stands where it stood between them. The table's triggers change
 * in the first transaction that removes something of it.
 */
final class Rollback {

  private final Rendering rendering;
  private final Window window;
  private final Window after;
  private final Version newest;
  private final Set<String> neverRun;
  private final List<Step> steps = new ArrayList<>();
  private final Map<TableKey, List<Statement>> pending = new LinkedHashMap<>();
  private final Set<TableKey> withoutTriggers = new LinkedHashSet<>();

  /**
   * @param neverRun the ids of the steps of the version's expand that did not happen
   */
  Rollback(Rendering rendering, Window window, Set<String> neverRun) {
    this.rendering = rendering;
    this.window = window;
    this.after = window.withoutNewest();
    this.newest = window.newest();
    this.neverRun = neverRun;
  }

  Plan plan() {
    steps.add(
        SqlStep.transaction(
            "door",
            "Remove the schema of version " + newest,
            rendering.dropDoor(window, newest)));
    List<Need> backwards = new ArrayList<>(newest.needs());
    Collections.reverse(backwards);
    backwards.forEach(this::takeBack);
    flush();
    withoutTriggers.stream()
        .filter(key -> after.rules(key).isEmpty() && !window.rules(key).isEmpty())
        .forEach(
            key ->
                steps.addAll(
                    Contract.forgetOrigin(rendering, window, key, forgetOrigin(key))));
    return new Plan(Move.ROLLBACK, newest.name(), steps, after);
  }

  /** Versions below say who inserts where a rule below them has been contracted. */
  private List<Statement> forgetOrigin(TableKey key) {
    return rendering.forgetOrigin(
        new Window(window.schema(), window.tables(), after.versions()), key);
  }

  private void takeBack(Need need) {
    if (need instanceof Standalone standalone) {
      flush();
      steps.addAll(standalone.rollbackSteps(window, neverRun));
      return;
    }
    TableKey key = need.table().orElseThrow();
    steps.addAll(need.beforeRollback(window));
    pending.computeIfAbsent(key, k -> new ArrayList<>()).addAll(need.rollback(window));
    if (need instanceof NewTable) {
      // Tables that were made before it may be what its keys point to.
      flush(key, pending.remove(key));
    }
  }

  private void flush() {
    pending.forEach(this::flush);
    pending.clear();
  }

  private void flush(TableKey key, List<Statement> statements) {
    List<Statement> all = new ArrayList<>();
    if (withoutTriggers.add(key)) {
      if (!after.rules(key).isEmpty()) {
        all.addAll(rendering.dualWriteFunction(after, key));
        all.addAll(rendering.dualWriteTrigger(after, key));
      } else if (!window.rules(key).isEmpty()) {
        all.addAll(rendering.dropDualWrite(window, key));
        if (forgetOrigin(key).isEmpty()) {
          all.addAll(rendering.dropOrigin(window, key));
        }
      }
    }
    all.addAll(statements);
    if (all.isEmpty()) {
      return;
    }
    steps.add(
        SqlStep.transaction(
            "rollback:%d:%s".formatted(steps.size(), key),
            "Give table %s back the shape that it had".formatted(window.table(key).name()),
            created().contains(key) ? all : TableLock.first(window.table(key), all)));
  }

  /** Tables that the version itself made: they may not be there yet, and nobody waits for them. */
  private List<TableKey> created() {
    return newest.needs().stream()
        .filter(NewTable.class::isInstance)
        .map(need -> need.table().orElseThrow())
        .collect(Collectors.toList());
  }
}
