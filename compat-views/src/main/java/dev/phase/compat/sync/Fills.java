package dev.phase.compat.sync;

import dev.phase.need.Conversion;
import dev.phase.need.SyncRule;
import dev.phase.plan.Fill;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import dev.phase.window.Version;
import dev.phase.window.VersionState;
import dev.phase.window.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a sweep of a table fills, as expressions over the physical columns of the same row. */
public final class Fills {

  private Fills() {}

  /**
   * One for each {@code up} of the version, in order. Where it reads what another one of the version
   * fills, that one's expression stands in its place; early, that of a lower version that is being
   * prepared, too.
   */
  public static List<Fill> of(Window window, Version preparing, TableKey table) {
    Map<Identifier, Sql> early = new HashMap<>();
    window.versions().stream()
        .takeWhile(version -> !version.name().equals(preparing.name()))
        .filter(version -> version.state() == VersionState.PREPARING)
        .flatMap(version -> ups(version, table).stream())
        .forEach(up -> early.put(up.target().physical(), stored(up, value(up, early))));
    Map<Identifier, Sql> own = new HashMap<>();
    List<Fill> fills = new ArrayList<>();
    for (Conversion up : ups(preparing, table)) {
      Identifier column = up.target().physical();
      Fill fill =
          new Fill(column, up.target().type(), value(up, own), value(up, early), up.isVolatile());
      own.put(column, stored(up, fill.value()));
      early.put(column, stored(up, fill.early()));
      fills.add(fill);
    }
    return List.copyOf(fills);
  }

  private static Sql stored(Conversion up, Sql value) {
    Sql stored = Compare.stored(up.target(), value);
    return up.isVolatile()
        ? Sql.of("COALESCE(%s, %s)", up.target().physical(), stored)
        : stored;
  }

  private static List<Conversion> ups(Version version, TableKey table) {
    return version.needs().stream()
        .filter(SyncRule.class::isInstance)
        .map(SyncRule.class::cast)
        .filter(rule -> rule.on().equals(table))
        .sorted(Comparator.comparingLong(SyncRule::position))
        .flatMap(rule -> rule.up().stream())
        .toList();
  }

  private static Sql value(Conversion up, Map<Identifier, Sql> derived) {
    return up.call(
        up.arguments().stream()
            .map(a -> derived.getOrDefault(a.physical(), Sql.of("%s", a.physical())))
            .toList());
  }
}
