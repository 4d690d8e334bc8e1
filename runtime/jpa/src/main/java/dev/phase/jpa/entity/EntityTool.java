package dev.phase.jpa.entity;

import dev.phase.model.VersionModel;
import dev.phase.sql.Identifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The check for build tools, which call it across class loaders: types of the platform only. */
public final class EntityTool {

  private EntityTool() {}

  /**
   * Everything in which the entities of a build differ from the version, one line each.
   *
   * @param classes the directory of compiled classes
   * @param settings of Hibernate's, such as naming strategies
   * @param changes the directory of change files
   */
  public static List<String> check(
      Path classes, Map<String, String> settings, Path changes, String schema) {
    return entities(classes, settings).check(version(changes, schema)).stream()
        .map(Finding::toString)
        .toList();
  }

  /** The change file that would make the version fit them; empty where it does. */
  public static String draft(
      Path classes, Map<String, String> settings, Path changes, String schema) {
    return entities(classes, settings).draft(version(changes, schema)).orElse("");
  }

  private static Entities entities(Path classes, Map<String, String> settings) {
    Entities entities =
        Entities.in(classes, Thread.currentThread().getContextClassLoader());
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      entities = entities.with(setting.getKey(), setting.getValue());
    }
    return entities;
  }

  private static VersionModel version(Path changes, String schema) {
    return VersionModel.read(changes, Identifier.of(schema));
  }
}
