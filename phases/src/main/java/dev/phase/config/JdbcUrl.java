package dev.phase.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** URLs as the JDBC driver takes them. */
final class JdbcUrl {

  private JdbcUrl() {}

  static DatabaseUrl parse(String url) {
    int mark = url.indexOf('?');
    String location = mark < 0 ? url : url.substring(0, mark);
    if (location.indexOf('@') >= 0) {
      throw new IllegalArgumentException(
          "A jdbc: URL cannot have a user before the host.");
    }
    List<String> kept = new ArrayList<>();
    Optional<String> user = Optional.empty();
    Optional<Secret> password = Optional.empty();
    for (String parameter : mark < 0 ? new String[0] : url.substring(mark + 1).split("&")) {
      if (parameter.startsWith("user=")) {
        user = Optional.of(value(parameter));
      } else if (parameter.startsWith("password=")) {
        password = Optional.of(new Secret(value(parameter)));
      } else if (!parameter.isEmpty()) {
        kept.add(parameter);
      }
    }
    String rest = kept.isEmpty() ? "" : "?" + String.join("&", kept);
    return new DatabaseUrl(location + rest, user, password);
  }

  /** Decoded as the driver does it. */
  private static String value(String parameter) {
    try {
      return URLDecoder.decode(
          parameter.substring(parameter.indexOf('=') + 1), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("A % of the URL is not followed by two digits.", e);
    }
  }
}
