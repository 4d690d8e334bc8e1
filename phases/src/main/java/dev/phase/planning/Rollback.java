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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Takes the newest version away again, also where its expand was cut off half-way: each statement
 * bears that there is nothing to remove. The table's triggers change in the transaction that removes
 * its shadow columns.
 */
final class Rollback {

  private final Rendering rendering;
  private final Window window;
  private final Version newest;
  private final List<Need> backwards;

  Rollback(Rendering rendering, Window window) {
    this.rendering = rendering;
    this.window = window;
    this.newest = window.newest();
    this.backwards = new ArrayList<>(newest.needs());
    Collections.reverse(backwards);
  }

  Plan plan() {
    Window after = window.withoutNewest();
    List<Step> steps = new ArrayList<>();
    steps.add(
        SqlStep.transaction(
            "door",
            "Remove the schema of version " + newest,
            rendering.dropDoor(window, newest)));
    // What stands at the end may stand on what the operations before it made, so it goes first.
    backwards.stream()
        .takeWhile(Standalone.class::isInstance)
        .forEach(need -> steps.addAll(((Standalone) need).rollbackSteps(window)));
    Map<TableKey, List<Statement>> perTable = new LinkedHashMap<>();
    for (Need need : backwards) {
      steps.addAll(need.beforeRollback(window));
      need.table()
          .ifPresent(
              key ->
                  perTable
                      .computeIfAbsent(key, k -> new ArrayList<>())
                      .addAll(need.rollback(window)));
    }
    perTable.forEach((key, statements) -> rollback(key, statements, after, steps));
    backwards.stream()
        .dropWhile(Standalone.class::isInstance)
        .filter(Standalone.class::isInstance)
        .forEach(need -> steps.addAll(((Standalone) need).rollbackSteps(window)));
    return new Plan(Move.ROLLBACK, newest.name(), steps, after);
  }

  private void rollback(
      TableKey key, List<Statement> statements, Window after, List<Step> steps) {
    List<Statement> all = new ArrayList<>();
    if (!after.rules(key).isEmpty()) {
      all.addAll(rendering.dualWriteFunction(after, key));
      all.addAll(rendering.dualWriteTrigger(after, key));
    } else if (!window.rules(key).isEmpty()) {
      all.addAll(rendering.dropDualWrite(window, key));
    }
    all.addAll(statements);
    if (all.isEmpty()) {
      return;
    }
    steps.add(
        SqlStep.transaction(
            "rollback:" + key,
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
