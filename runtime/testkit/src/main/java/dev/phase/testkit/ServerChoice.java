package dev.phase.testkit;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Chooses and starts the server of this JVM. */
final class ServerChoice {
  static final Map<String, String> SETTINGS =
      Map.of(
          "fsync", "off",
          "synchronous_commit", "off",
          "full_page_writes", "off",
          "max_connections", "200");

  private static final String URL = "phase.test.url";
  private static final String SERVER = "phase.test.server";
  private static final String MAJOR = "phase.test.major";

  private ServerChoice() {}

  static TestServer start() {
    Optional<String> url = setting(URL);
    if (url.isPresent()) {
      return ExistingServer.parse(url.get());
    }
    int major = setting(MAJOR).map(Integer::valueOf).orElse(17);
    String wanted = setting(SERVER).orElse(Docker.answers() ? "testcontainers" : "embedded");
    return switch (wanted) {
      case "testcontainers" -> ContainerServer.start(major);
      case "embedded" -> LocalServer.start(major);
      default ->
          throw new IllegalArgumentException(
              "The setting " + SERVER + " is " + wanted + ". Make it embedded or testcontainers.");
    };
  }

  /** Reads {@code a.b} from the system properties, else {@code A_B} from the environment. */
  private static Optional<String> setting(String name) {
    String variable = name.toUpperCase(Locale.ROOT).replace('.', '_');
    return Optional.ofNullable(System.getProperty(name))
        .or(() -> Optional.ofNullable(System.getenv(variable)))
        .filter(value -> !value.isBlank());
  }
}
