package dev.phase.config;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * URLs as psql takes them ("Connection URIs" in PostgreSQL's manual), turned into those of the JDBC
 * driver.
 */
final class LibpqUrl {

  private static final Pattern SYNTAX =
      Pattern.compile(
          "postgres(?:ql)?://(?:(?<user>[^:@/?]*)(?::(?<password>[^/?]*))?@)?"
              + "(?<hosts>[^/?@]*)(?:/(?<database>[^?]*))?(?:\\?(?<parameters>.*))?");

  /** Parameters that the driver calls something else. */
  private static final Map<String, String> DRIVER_NAMES =
      Map.of(
          "application_name", "ApplicationName",
          "channel_binding", "channelBinding",
          "connect_timeout", "connectTimeout",
          "gssencmode", "gssEncMode",
          "keepalives", "tcpKeepAlive",
          "krbsrvname", "kerberosServerName",
          "sslnegotiation", "sslNegotiation",
          "target_session_attrs", "targetServerType");

  private static final Set<String> REFUSED =
      Set.of("host", "hostaddr", "port", "dbname", "service", "passfile", "client_encoding");

  private static final Map<String, String> SERVER_TYPES =
      Map.of(
          "any", "any",
          "primary", "primary",
          "read-write", "primary",
          "standby", "secondary",
          "prefer-standby", "preferSecondary");

  private final List<String> parameters = new ArrayList<>();
  private Optional<String> user;
  private Optional<Secret> password;

  private LibpqUrl(Matcher url) {
    this.user = group(url, "user").filter(text -> !text.isEmpty());
    this.password = group(url, "password").map(Secret::new);
  }

  static DatabaseUrl parse(String text) {
    Matcher url = SYNTAX.matcher(text);
    if (!url.matches()) {
      throw new IllegalArgumentException(
          "The URL is not of the form postgresql://user@host:5432/database.");
    }
    String hosts = url.group("hosts");
    if (hosts.contains("%")) {
      throw new IllegalArgumentException("Java cannot reach a database through a socket file.");
    }
    LibpqUrl parsed = new LibpqUrl(url);
    for (String parameter :
        Optional.ofNullable(url.group("parameters")).orElse("").split("&")) {
      if (!parameter.isEmpty()) {
        parsed.add(parameter);
      }
    }
    String jdbc =
        "jdbc:postgresql://%s/%s"
            .formatted(
                hosts.isEmpty() ? "localhost" : hosts,
                group(url, "database").map(LibpqUrl::encode).orElse(""));
    String rest = parsed.parameters.isEmpty() ? "" : "?" + String.join("&", parsed.parameters);
    return new DatabaseUrl(jdbc + rest, parsed.user, parsed.password);
  }

  private void add(String parameter) {
    int equals = parameter.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException("A parameter of the URL has no name or no value.");
    }
    String name = parameter.substring(0, equals);
    String value = decode(parameter.substring(equals + 1));
    if (REFUSED.contains(name)) {
      throw new IllegalArgumentException(
          "The parameter %s is not supported in a URL.".formatted(name));
    }
    switch (name) {
      case "user" -> user = Optional.of(value);
      case "password" -> password = Optional.of(new Secret(value));
      case "target_session_attrs" -> keep(name, serverType(value));
      case "keepalives" -> keep(name, value.equals("0") ? "false" : "true");
      default -> keep(name, value);
    }
  }

  private void keep(String name, String value) {
    parameters.add(DRIVER_NAMES.getOrDefault(name, name) + "=" + encode(value));
  }

  private static String serverType(String value) {
    return Optional.ofNullable(SERVER_TYPES.get(value))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The parameter target_session_attrs must be one of "
                        + "any, primary, read-write, standby and prefer-standby."));
  }

  private static Optional<String> group(Matcher url, String name) {
    return Optional.ofNullable(url.group(name)).map(LibpqUrl::decode);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Unlike a form's, a plus in such a URL is a plus. */
  private static String decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Matcher part = Pattern.compile("%(?<hex>[0-9a-fA-F]{2})|(?<plain>[^%]+)|%").matcher(text);
    while (part.find()) {
      if (part.group("hex") != null) {
        bytes.write(Integer.parseInt(part.group("hex"), 16));
      } else if (part.group("plain") != null) {
        bytes.writeBytes(part.group("plain").getBytes(StandardCharsets.UTF_8));
      } else {
        throw new IllegalArgumentException("A % of the URL is not followed by two digits.");
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
