package dev.phase.planning;

import dev.phase.need.NewColumn;
import dev.phase.plan.Fill;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.plan.Step;
import dev.phase.plan.Sweep;
import dev.phase.plan.SweepStep;
import dev.phase.schema.TableKey;
import dev.phase.sql.Sql;
import dev.phase.window.Version;
import dev.phase.window.VersionState;
import dev.phase.window.Window;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes the version that is being prepared true and opens its door: sweep every table that has
 * something to fill, then build indexes and prove constraints, then swap the views.
 */
final class Publish {

  private final Rendering rendering;
  private final Window window;
  private final Version version;

  Publish(Rendering rendering, Window window, Version version) {
    this.rendering = rendering;
    this.window = window;
    this.version = version;
  }

  Plan plan() {
    Window after = window.with(version, VersionState.LIVE);
    Version published = after.find(version.name()).orElseThrow();
    List<Step> steps = new ArrayList<>(sweeps());
    version.needs().forEach(need -> steps.addAll(need.prove(window)));

    List<Statement> publish = new ArrayList<>();
    keys().stream()
        .filter(key -> !after.rules(key).isEmpty())
        .forEach(key -> publish.addAll(rendering.dualWriteFunction(after, key)));
    publish.addAll(rendering.open(after, published));
    if (!publish.isEmpty()) {
      steps.add(
          SqlStep.transaction("publish", "Open the door of version " + version, publish));
    }
    return new Plan(Move.PUBLISH, version.name(), steps, after);
  }

  /** One for each table that has something to fill. */
  List<SweepStep> sweeps() {
    List<SweepStep> sweeps = new ArrayList<>();
    for (TableKey key : keys()) {
      List<Fill> fills = fills(key);
      if (!fills.isEmpty()) {
        sweeps.add(
            new SweepStep(
                "sweep:" + key,
                "Backfill table %s".formatted(window.table(key).name()),
                new Sweep(window.table(key), fills)));
      }
    }
    return sweeps;
  }

  private Set<TableKey> keys() {
    Set<TableKey> keys = new LinkedHashSet<>();
    version.needs().forEach(need -> need.table().ifPresent(keys::add));
    return keys;
  }

  private List<Fill> fills(TableKey key) {
    List<Fill> fills = new ArrayList<>(rendering.fills(window, version, key));
    version.needs().stream()
        .filter(NewColumn.class::isInstance)
        .map(NewColumn.class::cast)
        .filter(need -> need.on().equals(key))
        .filter(need -> need.initially() == NewColumn.Initially.SWEPT_DEFAULT)
        .map(NewColumn::column)
        .map(
            c ->
                new Fill(
                    c.physical(),
                    c.type(),
                    Sql.of("%s", c.defaultExpression().orElseThrow()),
                    true))
        .forEach(fills::add);
    return fills;
  }
}
