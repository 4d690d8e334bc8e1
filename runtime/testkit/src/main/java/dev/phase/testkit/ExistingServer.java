package dev.phase.testkit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server that somebody else runs, given as a JDBC URL. */
final class ExistingServer {
  private static final Pattern URL =
      Pattern.compile("jdbc:postgresql://(?<address>[^/?]+)(/[^?]*)?(\\?(?<parameters>.*))?");

  private ExistingServer() {}

  static TestServer parse(String url) {
    Matcher matcher = URL.matcher(url);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "The setting phase.test.url is no JDBC URL of PostgreSQL. Write it like"
              + " jdbc:postgresql://localhost:5432/postgres?user=postgres&password=secret.");
    }
    Map<String, String> parameters = parameters(matcher.group("parameters"));
    String user = decode(parameters.getOrDefault("user", "postgres"));
    String password = decode(parameters.getOrDefault("password", ""));
    parameters.keySet().removeAll(Set.of("user", "password"));
    String others =
        parameters.entrySet().stream()
            .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
            .collect(Collectors.joining("&"));
    return new TestServer(matcher.group("address"), others, user, password);
  }

  private static Map<String, String> parameters(String text) {
    Map<String, String> parameters = new LinkedHashMap<>();
    Stream.ofNullable(text)
        .flatMap(all -> Stream.of(all.split("&")))
        .map(parameter -> parameter.split("=", 2))
        .forEach(pair -> parameters.put(pair[0], pair.length == 2 ? pair[1] : ""));
    return parameters;
  }

  private static String decode(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }
}
