package dev.phase.cli;

import dev.phase.config.Settings;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.sql.Identifier;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the names of the change files tell about versions, without a database. */
final class Versions {

  /** The version that was there before the first change. */
  static final String BASELINE = "baseline";

  private final Settings settings;

  Versions(Settings settings) {
    this.settings = settings;
  }

  /** In the order in which they apply; none where the directory is missing. */
  List<String> changeIds() {
    List<String> ids = new ArrayList<>();
    if (!Files.isDirectory(settings.changes())) {
      return ids;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(settings.changes())) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (!name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"))) {
          ids.add(name.substring(0, name.lastIndexOf('.')));
        }
      }
    } catch (IOException e) {
      throw new PhaseException(
          ExitCode.INVALID,
          "The directory " + settings.changes() + " cannot be read. Make sure that you may list it.",
          e);
    }
    Collections.sort(ids);
    return ids;
  }

  /** The version that these files lead to. */
  String newest() {
    List<String> ids = changeIds();
    return ids.isEmpty() ? BASELINE : ids.get(ids.size() - 1);
  }

  /** The schema in which applications find a version. */
  String schema(String version) {
    String base = settings.schema().value();
    return version.equals(BASELINE) ? base : base + "_" + version;
  }

  /** What applications of a version set as their search_path. */
  String searchPath(String version) {
    return searchPath(schema(version), settings.schema().value());
  }

  static String searchPath(String versionSchema, String baseSchema) {
    return versionSchema.equals(baseSchema)
        ? quoted(baseSchema)
        : quoted(versionSchema) + "," + quoted(baseSchema);
  }

  /** Quoted only where PostgreSQL would read it otherwise, since people copy it. */
  private static String quoted(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean plain = c >= 'a' && c <= 'z' || c == '_' || c >= '0' && c <= '9' && i > 0;
      if (!plain) {
        return Identifier.of(name).sql();
      }
    }
    return name;
  }
}
