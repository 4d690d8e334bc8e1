package dev.phase.cli;

import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** Files that Phase writes for users to go on with. */
final class Skeletons {

  private Skeletons() {}

  /** A change file that is valid once one of its examples is used. */
  static String change(String name) {
    String words = name.replace('_', ' ').replace('-', ' ');
    return read("change.yaml").replace("%description%", Words.capitalise(words));
  }

  /** A {@code phase.yaml} in which everything is a comment, except for what was given. */
  static String settings(Map<String, String> given) {
    String text = read("phase.yaml");
    for (Map.Entry<String, String> setting : given.entrySet()) {
      String line = setting.getKey() + ": " + quote(setting.getValue()) + "\n";
      text = text.replaceFirst("(?m)^# " + setting.getKey() + ": .*\n", line.replace("$", "\\$"));
    }
    return text;
  }

  /** Writes a new file, with the directories above it. */
  static void write(Path file, String text) {
    try {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new PhaseException(
          ExitCode.INVALID,
          "The file " + file + " cannot be written (" + e.getClass().getSimpleName()
              + "). Make sure that you may write there.",
          e);
    }
  }

  private static String quote(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String read(String resource) {
    try (InputStream stream = Skeletons.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
