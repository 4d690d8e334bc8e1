package dev.phase.spring;

import dev.phase.jpa.ApplicationVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.orm.jpa.HibernatePropertiesCustomizer;

/** Looks at Hibernate's settings after everybody else. */
final class HibernateGuard implements HibernatePropertiesCustomizer {

  private static final List<String> DDL =
      List.of(
          "hibernate.hbm2ddl.auto",
          "jakarta.persistence.schema-generation.database.action",
          "javax.persistence.schema-generation.database.action");
  private static final Set<String> HARMLESS = Set.of("", "none", "validate");
  private static final List<String> SCHEMA =
      List.of("hibernate.default_schema", "hibernate.default_catalog");
  private static final String REGION_PREFIX = "hibernate.cache.region_prefix";

  private final ApplicationVersion version;

  HibernateGuard(ApplicationVersion version) {
    this.version = version;
  }

  @Override
  public void customize(Map<String, Object> settings) {
    for (String setting : DDL) {
      String action = String.valueOf(settings.getOrDefault(setting, "")).toLowerCase(Locale.ROOT);
      if (!HARMLESS.contains(action)) {
        throw new UnsafeHibernateSettingException(
            "Hibernate is told to change the schema (%s=%s), which is the work of `phase advance`. Set spring.jpa.hibernate.ddl-auto to none."
                .formatted(setting, action));
      }
    }
    for (String setting : SCHEMA) {
      if (settings.containsKey(setting)) {
        throw new UnsafeHibernateSettingException(
            "Hibernate is told to use one schema (%s=%s), so statements go past the version. Remove the setting; the search_path leads to schema %s."
                .formatted(setting, settings.get(setting), version.schema()));
      }
    }
    // Two versions that share a cache would read each other's entries with the fields mixed up.
    settings.merge(
        REGION_PREFIX,
        version.name(),
        (said, name) -> said.toString().contains(name.toString()) ? said : said + "." + name);
  }
}
