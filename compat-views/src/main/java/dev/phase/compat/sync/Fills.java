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
   * One for each {@code up} of the version, in order. Where it reads what another one fills, of this
   * version or of a lower one that is being prepared too, that one's expression stands in its place.
   */
  public static List<Fill> of(Window window, Version preparing, TableKey table) {
    Map<Identifier, Sql> derived = new HashMap<>();
    List<Fill> fills = new ArrayList<>();
    for (Version version : window.versions()) {
      boolean own = version.name().equals(preparing.name());
      if (own || version.state() == VersionState.PREPARING) {
        for (Conversion up : ups(version, table)) {
          Fill fill = fill(up, derived);
          derived.put(fill.column(), stored(up, fill));
          if (own) {
            fills.add(fill);
          }
        }
      }
      if (own) {
        break;
      }
    }
    return List.copyOf(fills);
  }

  private static Sql stored(Conversion up, Fill fill) {
    Sql value = Compare.stored(up.target(), fill.value());
    return fill.onlyNull() ? Sql.of("COALESCE(%s, %s)", fill.column(), value) : value;
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

  private static Fill fill(Conversion up, Map<Identifier, Sql> derived) {
    Sql value =
        up.call(
            up.arguments().stream()
                .map(a -> derived.getOrDefault(a.physical(), Sql.of("%s", a.physical())))
                .toList());
    return new Fill(up.target().physical(), up.target().type(), value, up.isVolatile());
  }
}
