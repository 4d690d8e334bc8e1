package dev.phase.planning;

import dev.phase.need.Need;
import dev.phase.need.Standalone;
import dev.phase.need.SyncRule;
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

/**
 * Brings the newest version of a window into the database, behind a closed door: one short
 * transaction per table, then the door. User SQL runs where it stands.
 */
final class Expand {

  private final Rendering rendering;
  private final Window window;
  private final Version version;
  private final List<Step> steps = new ArrayList<>();
  private final Map<TableKey, List<Statement>> pending = new LinkedHashMap<>();

  Expand(Rendering rendering, Window window) {
    this.rendering = rendering;
    this.window = window;
    this.version = window.newest();
  }

  Plan plan() {
    for (Need need : version.needs()) {
      if (need instanceof Standalone standalone) {
        flush();
        steps.addAll(standalone.expandSteps(window));
      } else {
        pending
            .computeIfAbsent(need.table().orElseThrow(), key -> new ArrayList<>())
            .addAll(need.expand(window));
      }
    }
    version.needs().stream()
        .filter(SyncRule.class::isInstance)
        .map(need -> need.table().orElseThrow())
        .distinct()
        .forEach(this::startDualWrites);
    flush();
    steps.add(
        SqlStep.transaction(
            "door",
            "Create schema %s with its door closed".formatted(version.schema().orElseThrow()),
            rendering.createDoor(window, version)));
    return new Plan(Move.EXPAND, version.name(), steps, window);
  }

  private void startDualWrites(TableKey key) {
    List<Statement> statements = pending.computeIfAbsent(key, k -> new ArrayList<>());
    statements.addAll(rendering.dualWriteFunction(window, key));
    statements.addAll(rendering.dualWriteTrigger(window, key));
  }

  private void flush() {
    pending.forEach(
        (key, statements) -> {
          if (!statements.isEmpty()) {
            steps.add(
                SqlStep.transaction(
                    "expand:%d:%s".formatted(steps.size(), key),
                    "Expand table %s".formatted(window.table(key).name()),
                    statements));
          }
        });
    pending.clear();
  }
}
