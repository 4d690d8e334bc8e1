package dev.phase.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every verb has, before or after it. There is none for the password. */
final class GlobalOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "settings; phase.yaml by default")
  private String config;

  @Option(
      names = "--url",
      paramLabel = "URL",
      arity = "0..1",
      fallbackValue = "",
      scope = ScopeType.INHERIT,
      description = "the database, such as postgresql://localhost:5432/app")
  private String url;

  @Option(
      names = "--user",
      paramLabel = "USER",
      scope = ScopeType.INHERIT,
      description = "who connects; the password is in PHASE_PASSWORD or PHASE_PASSWORD_FILE")
  private String user;

  @Option(
      names = "--schema",
      paramLabel = "SCHEMA",
      scope = ScopeType.INHERIT,
      description = "the schema that changes apply to; public by default")
  private String schema;

  @Option(
      names = "--changes",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "the change files; db/changes by default")
  private String changes;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "with the stack trace of an error")
  private boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "this text")
  private boolean help;

  /** Whether {@code --url} was given, be it without a value: `phase schema` prints one then. */
  boolean hasUrl() {
    return url != null;
  }

  /** Whether {@code --url} was given without a value, which other verbs cannot use. */
  boolean hasEmptyUrl() {
    return url != null && url.isEmpty();
  }

  boolean isVerbose() {
    return verbose;
  }

  /** What was given, by the names of the flags. */
  Map<String, String> flags() {
    Map<String, String> given = new LinkedHashMap<>();
    put(given, "config", config);
    put(given, "url", url);
    put(given, "user", user);
    put(given, "schema", schema);
    put(given, "changes", changes);
    return given;
  }

  private static void put(Map<String, String> given, String name, String value) {
    if (value != null && !value.isEmpty()) {
      given.put(name, value);
    }
  }
}
