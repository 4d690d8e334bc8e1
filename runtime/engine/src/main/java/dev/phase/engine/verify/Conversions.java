package dev.phase.engine.verify;

import dev.phase.backfill.SyncCheck;
import dev.phase.need.Conversion;
import dev.phase.need.SyncRule;
import dev.phase.plan.Fill;
import dev.phase.schema.TableKey;
import dev.phase.sql.Sql;
import dev.phase.window.Version;
import dev.phase.window.VersionState;
import dev.phase.window.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What must hold for each row of each table while versions with conversions are in the window. */
final class Conversions {

  private Conversions() {}

  /** The checks by table; of a version that is still prepared nothing holds yet. */
  static Map<TableKey, List<SyncCheck>> of(Window window) {
    return window.versions().stream()
        .filter(version -> version.state() != VersionState.PREPARING)
        .map(Version::needs)
        .flatMap(List::stream)
        .filter(SyncRule.class::isInstance)
        .map(SyncRule.class::cast)
        .collect(
            Collectors.groupingBy(
                SyncRule::on,
                LinkedHashMap::new,
                Collectors.mapping(Conversions::check, Collectors.toList())));
  }

  private static SyncCheck check(SyncRule rule) {
    return new SyncCheck(
        rule.up().stream().map(Conversions::fill).toList(),
        rule.down().stream().map(Conversions::fill).toList());
  }

  private static Fill fill(Conversion conversion) {
    return new Fill(
        conversion.target().physical(),
        conversion.target().type(),
        conversion.call(
            conversion.arguments().stream().map(a -> Sql.of("%s", a.physical())).toList()),
        conversion.isVolatile());
  }
}
