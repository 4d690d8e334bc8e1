package dev.phase.planning;

import dev.phase.need.Need;
import dev.phase.need.Standalone;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.plan.Step;
import dev.phase.schema.TableKey;
import dev.phase.window.Version;
import dev.phase.window.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Takes the oldest version away for good: the base tables get the shape of the next one, in one short
 * transaction per table that also renews the table's triggers, so that no write ever meets a column
 * that is gone.
 */
final class Contract {

  private final Rendering rendering;
  private final Window window;
  private final Version oldest;
  private final Version next;

  Contract(Rendering rendering, Window window) {
    this.rendering = rendering;
    this.window = window;
    this.oldest = window.oldest();
    this.next = window.versions().get(1);
  }

  Plan plan() {
    Map<TableKey, List<Statement>> perTable = new LinkedHashMap<>();
    List<Step> steps = new ArrayList<>();
    Window current = window;
    for (Need need : next.needs()) {
      steps.addAll(need.beforeContract(current));
      if (need.table().isPresent()) {
        perTable
            .computeIfAbsent(need.table().get(), key -> new ArrayList<>())
            .addAll(need.contract(current));
      }
      current = current.after(need);
    }
    Window renamed = current;
    Window after = renamed.withoutOldest();
    perTable.forEach((key, statements) -> contract(key, statements, after, steps));
    standalone().forEach(need -> steps.addAll(need.contractSteps(renamed)));
    List<Statement> door = rendering.dropDoor(window, oldest);
    if (!door.isEmpty()) {
      steps.add(SqlStep.transaction("door", "Remove the schema of version " + oldest, door));
    }
    standalone().forEach(need -> steps.addAll(need.lastContractSteps(renamed)));
    return new Plan(Move.CONTRACT, oldest.name(), steps, after);
  }

  private Stream<Standalone> standalone() {
    return next.needs().stream()
        .filter(Standalone.class::isInstance)
        .map(Standalone.class::cast);
  }

  private void contract(
      TableKey key, List<Statement> statements, Window after, List<Step> steps) {
    List<Statement> all = new ArrayList<>();
    if (!window.rules(key).isEmpty()) {
      all.addAll(rendering.dropDualWrite(window, key));
    }
    all.addAll(statements);
    if (!after.rules(key).isEmpty()) {
      all.addAll(rendering.dualWriteFunction(after, key));
      all.addAll(rendering.dualWriteTrigger(after, key));
    }
    if (!all.isEmpty()) {
      steps.add(
          SqlStep.transaction(
              "contract:" + key,
              "Give table %s the shape of version %s".formatted(window.table(key).name(), next),
              TableLock.first(window.table(key), all)));
    }
  }
}
