package dev.phase.planning;

import dev.phase.need.Need;
import dev.phase.need.RemovedTable;
import dev.phase.need.Standalone;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.plan.Step;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.window.Version;
import dev.phase.window.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Takes the oldest version away for good: the base tables get the shape of the next one, in one short
 * transaction per table that also renews the table's triggers, so that no write ever meets a column
 * that is gone. Tables that hand a name on share a transaction; a foreign key goes before the key that
 * it points to.
 */
final class Contract {

  private final Rendering rendering;
  private final Window window;
  private final Version oldest;
  private final Version next;
  private final Map<QualifiedName, QualifiedName> moved = new HashMap<>();

  Contract(Rendering rendering, Window window) {
    this.rendering = rendering;
    this.window = window;
    this.oldest = window.oldest();
    this.next = window.versions().get(1);
  }

  Plan plan() {
    TableGroups groups = new TableGroups();
    List<Part> parts = new ArrayList<>();
    Map<Identifier, TableKey> leftBy = new HashMap<>();
    FormerNames former = new FormerNames(window.schema());
    List<Step> steps = new ArrayList<>();
    Window current = window;
    for (Need need : next.needs()) {
      steps.addAll(need.beforeContract(window));
      if (need.table().isPresent()) {
        TableKey key = need.table().get();
        groups.add(key);
        Window renamed = current.after(need);
        Identifier name = current.table(key).name();
        Identifier newName = renamed.table(key).name();
        if (!newName.equals(name) && leftBy.containsKey(newName)) {
          groups.together(leftBy.get(newName), key);
        }
        if (!newName.equals(name) || need instanceof RemovedTable) {
          leftBy.put(name, key);
        }
        parts.add(new Part(key, former.in(need.contract(current))));
        former.rename(need);
        current = renamed;
      } else {
        current = current.after(need);
      }
    }
    next.needs().stream()
        .filter(need -> need.table().isPresent())
        .forEach(
            need -> need.released().forEach(key -> groups.before(need.table().get(), key)));
    Window renamed = current;
    Window after = renamed.withoutOldest();
    groups.inOrder().forEach(keys -> contract(keys, parts, after, steps));
    groups.inOrder().stream()
        .flatMap(List::stream)
        .forEach(key -> forgetOrigin(key, renamed, after, steps));
    next.needs().forEach(need -> steps.addAll(need.afterContract(renamed)));
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
      List<TableKey> keys, List<Part> parts, Window after, List<Step> steps) {
    List<Statement> all = new ArrayList<>();
    for (TableKey key : keys) {
      if (!window.rules(key).isEmpty()) {
        all.addAll(rendering.dropDualWrite(window, key));
      }
    }
    parts.stream().filter(part -> keys.contains(part.key())).forEach(p -> all.addAll(p.statements()));
    for (TableKey key : keys) {
      if (!after.rules(key).isEmpty()) {
        all.addAll(rendering.dualWriteFunction(after, key));
        rendering.dualWriteTrigger(after, key).stream()
            .map(statement -> statement.lockingAs(name -> window.table(key)))
            .forEach(all::add);
      }
    }
    if (all.isEmpty()) {
      return;
    }
    List<String> names = keys.stream().map(k -> window.table(k).name().value()).toList();
    List<Statement> locked = all;
    for (TableKey key : keys) {
      locked = TableLock.first(window.table(key), locked);
    }
    steps.add(
        SqlStep.transaction(
            "contract:" + keys.get(0),
            "Give table %s the shape of version %s".formatted(String.join(", ", names), next),
            locked.stream()
                .map(statement -> statement.lockingAs(name -> moved.getOrDefault(name, name)))
                .toList()));
    keys.forEach(key -> moved.put(window.table(key), after.table(key)));
  }

  private void forgetOrigin(TableKey key, Window renamed, Window after, List<Step> steps) {
    boolean kept =
        after.versions().stream()
            .flatMap(version -> version.tables().values().stream())
            .anyMatch(table -> table.key().equals(key));
    if (kept && !window.rules(key).isEmpty() && after.rules(key).isEmpty()) {
      steps.addAll(
          forgetOrigin(rendering, renamed, key, rendering.forgetOrigin(renamed, key)));
    }
  }

  /**
   * Views and table in transactions of their own: applications lock a view first and its table then,
   * so whoever held the one and waited for the other would wait in a circle.
   */
  static List<Step> forgetOrigin(
      Rendering rendering, Window window, TableKey key, List<Statement> views) {
    if (views.isEmpty()) {
      return List.of();
    }
    Identifier name = window.table(key).name();
    return List.of(
        SqlStep.transaction(
            "origin:views:" + key, "Let no view of table %s say who inserts".formatted(name), views),
        SqlStep.transaction(
            "origin:column:" + key,
            "Remove the column of table %s that said so".formatted(name),
            rendering.dropOrigin(window, key)));
  }

  /** What one need does to its table. */
  private record Part(TableKey key, List<Statement> statements) {}
}
