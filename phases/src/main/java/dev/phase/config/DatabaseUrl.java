package dev.phase.config;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a database is, and who logs in. Its text never shows a password.
 *
 * @param jdbc for the driver, without user and password
 */
public record DatabaseUrl(String jdbc, Optional<String> user, Optional<Secret> password) {

  private static final Pattern SECRET = Pattern.compile("(?i)([?&][^=&]*password=)[^&]*");

  public DatabaseUrl {
    requireNonNull(jdbc, "jdbc is null");
    requireNonNull(user, "user is null");
    requireNonNull(password, "password is null");
  }

  /**
   * Reads {@code jdbc:postgresql://…} or {@code postgresql://…}.
   *
   * @throws IllegalArgumentException with one sentence that does not repeat the URL
   */
  static DatabaseUrl parse(String url) {
    if (url.startsWith("jdbc:postgresql:")) {
      return JdbcUrl.parse(url);
    }
    if (url.startsWith("postgresql://") || url.startsWith("postgres://")) {
      return LibpqUrl.parse(url);
    }
    throw new IllegalArgumentException("The URL names no PostgreSQL database.");
  }

  DatabaseUrl withUser(String newUser) {
    return new DatabaseUrl(jdbc, Optional.of(newUser), password);
  }

  DatabaseUrl withPassword(Secret newPassword) {
    return new DatabaseUrl(jdbc, user, Optional.of(newPassword));
  }

  /** The JDBC URL for messages. */
  @Override
  public String toString() {
    return SECRET.matcher(jdbc).replaceAll("$1***");
  }
}
