package dev.phase.jpa.entity;

import java.util.List;

/** Those of Hibernate's settings that decide about names and types; an application has many more. */
public final class MappingSettings {

  private static final List<String> PREFIXES =
      List.of(
          "hibernate.physical_naming_strategy",
          "hibernate.implicit_naming_strategy",
          "hibernate.column_ordering_strategy",
          "hibernate.globally_quoted_identifiers",
          "hibernate.type.preferred_",
          "hibernate.timezone.",
          "hibernate.id.",
          "hibernate.cache.",
          "hibernate.default_",
          "hibernate.dialect");

  private MappingSettings() {}

  /** Whether a setting is one of them. */
  public static boolean include(String setting) {
    return PREFIXES.stream().anyMatch(setting::startsWith);
  }
}
