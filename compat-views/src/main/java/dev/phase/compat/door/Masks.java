package dev.phase.compat.door;

import dev.phase.schema.Gone;
import dev.phase.window.Version;
import java.util.Comparator;
import java.util.List;

/** The names that a version no longer has, but that the base schema has, or may get at contract. */
final class Masks {

  private Masks() {}

  static List<Gone> of(Version version) {
    return version.gone().values().stream()
        .filter(gone -> !version.tables().containsKey(gone.name()))
        .sorted(Comparator.comparing(Gone::name))
        .toList();
  }

  static String problem(Version version, Gone gone) {
    String reason = gone.reason().strip().replaceFirst("\\.$", "");
    return "Version %s has no table %s: %s. Use this version's tables, or deploy an older release."
        .formatted(version.name(), gone.name(), reason);
  }
}
