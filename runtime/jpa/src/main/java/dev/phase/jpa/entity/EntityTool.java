package dev.phase.jpa.entity;

import dev.phase.model.VersionModel;
import java.util.List;
import java.util.Map;

/** The check for callers in other class loaders: types of the platform and the version's model only. */
public final class EntityTool {

  private EntityTool() {}

  /**
   * Everything in which entities differ from the version: the components of {@link Finding}.
   *
   * @param names of the classes to look at; those that are not mapped are left out
   * @param settings of Hibernate's, such as naming strategies
   */
  public static List<List<String>> check(
      List<String> names, Map<String, String> settings, VersionModel version) {
    return entities(names, settings).check(version).stream()
        .map(
            f ->
                List.of(
                    f.kind().name(),
                    f.entity(),
                    f.field(),
                    f.table(),
                    f.column(),
                    f.problem(),
                    f.remedy()))
        .toList();
  }

  /** The change file that would make the version fit them; empty where it does. */
  public static String draft(
      List<String> names, Map<String, String> settings, VersionModel version) {
    return entities(names, settings).draft(version).orElse("");
  }

  private static Entities entities(List<String> names, Map<String, String> settings) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    Entities entities = Entities.named(names, loader);
    for (Map.Entry<String, String> setting : SpringBoot.with(loader, settings).entrySet()) {
      entities = entities.with(setting.getKey(), setting.getValue());
    }
    return entities;
  }
}
