package dev.phase.jpa.entity;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How Spring Boot names tables and columns where the application says nothing else. */
final class SpringBoot {

  private static final String PHYSICAL = "hibernate.physical_naming_strategy";
  private static final String IMPLICIT = "hibernate.implicit_naming_strategy";
  private static final String CAMEL_CASE =
      "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy";

  /** Of Spring Boot 3 and 4. */
  private static final List<String> STRATEGIES =
      List.of(
          "org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy",
          "org.springframework.boot.hibernate.SpringImplicitNamingStrategy");

  private SpringBoot() {}

  /** The settings, with Spring Boot's own where its support for Hibernate is on the class path. */
  static Map<String, String> with(ClassLoader loader, Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>(settings);
    for (String strategy : STRATEGIES) {
      if (loader.getResource(strategy.replace('.', '/') + ".class") != null) {
        all.putIfAbsent(PHYSICAL, CAMEL_CASE);
        all.putIfAbsent(IMPLICIT, strategy);
      }
    }
    return all;
  }
}
