package dev.phase.jpa.entity;

import static java.util.Objects.requireNonNull;

import dev.phase.jpa.entity.Finding.Kind;
import dev.phase.model.VersionModel;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.ManagedType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/**
 * The entities of an application, to be held against a version. Needs Hibernate 6.6 or newer and no
 * database: Hibernate reads the mapping and is never started.
 *
 * <pre>{@code
 * @Test
 * void entitiesFitTheVersion() {
 *   Entities.of(Customer.class, Order.class)
 *       .assertFit(VersionModel.read(Path.of("db/changes"), Identifier.of("public")));
 * }
 * }</pre>
 */
public final class Entities {

  private static final String OLDEST_SERVER = "14";
  private static final String REGION_PREFIX = "hibernate.cache.region_prefix";
  private static final List<String> DEFAULTS =
      List.of("hibernate.default_schema", "hibernate.default_catalog");

  private final List<Class<?>> classes;
  private final Map<String, Object> settings;

  private Entities(Collection<Class<?>> classes, Map<String, Object> settings) {
    this.classes = List.copyOf(classes);
    this.settings = Map.copyOf(settings);
  }

  /** Entities, with the embeddables, converters and superclasses that Hibernate does not find itself. */
  public static Entities of(Class<?>... classes) {
    return new Entities(List.of(classes), Map.of());
  }

  /** All of a directory of compiled classes, with what they embed and extend. */
  public static Entities in(Path directory, ClassLoader loader) {
    try {
      return named(ClassNames.in(directory), loader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those among classes of these names. */
  static Entities named(List<String> names, ClassLoader loader) {
    return new Entities(new EntityClasses(names, loader).find(), Map.of());
  }

  /** Those of a running application, with its naming strategies. */
  public static Entities of(EntityManagerFactory factory) {
    Set<Class<?>> classes =
        factory.getMetamodel().getManagedTypes().stream()
            .map(ManagedType::getJavaType)
            .collect(Collectors.toSet());
    Map<String, Object> settings = new TreeMap<>();
    factory
        .getProperties()
        .forEach(
            (key, value) -> {
              if (value != null && MappingSettings.include(key)) {
                settings.put(key, value);
              }
            });
    return new Entities(classes, settings);
  }

  /** The same, with one of Hibernate's settings, such as a naming strategy. */
  public Entities with(String setting, Object value) {
    Map<String, Object> more = new TreeMap<>(settings);
    more.put(setting, requireNonNull(value, "value is null"));
    return new Entities(classes, more);
  }

  /** Everything in which they differ from the version. */
  public List<Finding> check(VersionModel version) {
    Mapping mapping = mapping();
    List<Finding> findings = new ArrayList<>(settingsOf(version, mapping));
    findings.addAll(new EntityCheck(version).check(mapping));
    return findings;
  }

  /**
   * Fails with everything in which they differ from the version.
   *
   * @throws AssertionError one line for each finding
   */
  public void assertFit(VersionModel version) {
    List<Finding> findings = check(version);
    if (!findings.isEmpty()) {
      throw new AssertionError(
          "Entities do not fit version %s:\n%s"
              .formatted(
                  version.version(),
                  findings.stream().map(Finding::toString).collect(Collectors.joining("\n"))));
    }
  }

  /** A change file that would make the version fit them, to be completed by a person; absent where it does. */
  public Optional<String> draft(VersionModel version) {
    return new ChangeDraft(version).write(mapping());
  }

  private List<Finding> settingsOf(VersionModel version, Mapping mapping) {
    List<Finding> findings = new ArrayList<>();
    for (String setting : DEFAULTS) {
      if (settings.containsKey(setting)) {
        findings.add(
            new Finding(
                Kind.SCHEMA_BYPASS,
                "",
                "",
                "",
                "",
                "Setting %s makes statements go past the search_path, and sequences be looked for in one schema."
                    .formatted(setting),
                "Remove it."));
      }
    }
    boolean cache =
        settings.containsKey("hibernate.cache.region.factory_class")
            && !"false".equals(String.valueOf(settings.get("hibernate.cache.use_second_level_cache")));
    boolean apart =
        String.valueOf(settings.get(REGION_PREFIX)).contains(version.version());
    if (cache && !apart && !mapping.cached().isEmpty()) {
      findings.add(
          new Finding(
              Kind.CACHE_REGION,
              mapping.cached().get(0),
              "",
              "",
              "",
              "Versions that share a second-level cache read each other's entries with the fields mixed up.",
              "Set %s to %s.".formatted(REGION_PREFIX, version.version())));
    }
    return findings;
  }

  private Mapping mapping() {
    StandardServiceRegistryBuilder builder = new StandardServiceRegistryBuilder();
    builder.applySetting("hibernate.boot.allow_jdbc_metadata_access", "false");
    builder.applySetting("jakarta.persistence.database-product-name", "PostgreSQL");
    builder.applySetting("jakarta.persistence.database-major-version", OLDEST_SERVER);
    // The cache itself is not needed to know what would be cached.
    builder.applySetting("hibernate.cache.use_second_level_cache", "false");
    settings.forEach(
        (setting, value) -> {
          if (!setting.startsWith("hibernate.cache.")) {
            builder.applySetting(setting, value);
          }
        });
    StandardServiceRegistry registry = builder.build();
    try {
      MetadataSources sources = new MetadataSources(registry);
      classes.forEach(sources::addAnnotatedClass);
      return new MappingReader(sources.buildMetadata()).read();
    } finally {
      StandardServiceRegistryBuilder.destroy(registry);
    }
  }
}
