package dev.phase.engine.catalog;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The SQL texts beside this class. */
final class Resources {

  private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

  private Resources() {}

  static String text(String name) {
    return TEXTS.computeIfAbsent(name, Resources::load);
  }

  private static String load(String name) {
    String file = name + ".sql";
    try (var stream = requireNonNull(Resources.class.getResourceAsStream(file), file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
