package dev.phase.config;

import dev.phase.problem.Place;
import dev.phase.problem.Problems;
import dev.phase.yaml.Bound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts the URL, the user and the password together. */
final class Login {

  private static final String PASSWORD = "PHASE_PASSWORD";
  private static final String PASSWORD_FILE = "PHASE_PASSWORD_FILE";

  private final Path workingDirectory;
  private final Map<String, String> environment;
  private final Problems problems;

  Login(Path workingDirectory, Map<String, String> environment, Problems problems) {
    this.workingDirectory = workingDirectory;
    this.environment = environment;
    this.problems = problems;
  }

  /**
   * The database, where a URL is set. What a URL says about user and password ranks with the URL: it
   * beats a setting of an earlier layer, and gives way to one of its own or a later layer.
   */
  Optional<DatabaseUrl> database(Bound<SettingsFile> bound, Function<String, Layer> origin) {
    Optional<Secret> password = password();
    Optional<DatabaseUrl> url =
        bound
            .value()
            .url()
            .flatMap(text -> parse(text, bound.positions().find("url").orElseThrow()));
    if (url.isEmpty()) {
      return Optional.empty();
    }
    DatabaseUrl database = url.get();
    Layer rank = origin.apply("url");
    Optional<String> user = bound.value().user();
    if (user.isPresent()
        && (database.user().isEmpty() || origin.apply("user").compareTo(rank) >= 0)) {
      database = database.withUser(user.get());
    }
    if (password.isPresent()
        && (database.password().isEmpty() || Layer.ENVIRONMENT.compareTo(rank) >= 0)) {
      database = database.withPassword(password.get());
    }
    return Optional.of(database);
  }

  private Optional<DatabaseUrl> parse(String text, Place place) {
    try {
      return Optional.of(DatabaseUrl.parse(text));
    } catch (IllegalArgumentException e) {
      problems.add(
          place,
          e.getMessage(),
          "Write jdbc:postgresql://host:5432/database or postgresql://user@host:5432/database.");
      return Optional.empty();
    }
  }

  private Optional<Secret> password() {
    Optional<String> file = Optional.ofNullable(environment.get(PASSWORD_FILE));
    Optional<Secret> direct = Optional.ofNullable(environment.get(PASSWORD)).map(Secret::new);
    if (file.isPresent() && direct.isPresent()) {
      problems.add(
          Place.of(PASSWORD_FILE), "PHASE_PASSWORD is set as well.", "Unset one of the two.");
    }
    return direct.isPresent() ? direct : file.flatMap(this::readPassword);
  }

  private Optional<Secret> readPassword(String file) {
    try {
      // Editors and secret stores end a file with a line break, which is no part of the password.
      String text = Files.readString(workingDirectory.resolve(file)).replaceFirst("\\R$", "");
      return Optional.of(new Secret(text));
    } catch (IOException e) {
      problems.add(
          Place.of(PASSWORD_FILE),
          "The file %s cannot be read (%s).".formatted(file, e.getClass().getSimpleName()),
          "Make sure that it is there and that you may read it.");
      return Optional.empty();
    }
  }
}
