package dev.phase.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where an application's entities are. */
final class EntityOptions {

  @Option(
      names = "--entities",
      paramLabel = "PATH",
      description = {
        "check Hibernate's entities in this directory or jar against the version that the files",
        "lead to; in an executable jar of Spring Boot, all that it needs is found"
      })
  private Path place;

  @Option(
      names = "--class-path",
      paramLabel = "PATHS",
      defaultValue = "",
      description = "what entities need: Hibernate and others, as jars or directories of them")
  private String classPath;

  @Option(
      names = "--persistence-unit",
      paramLabel = "NAME",
      description = "the unit of META-INF/persistence.xml that the entities belong to")
  private String unit;

  @Option(
      names = "--hibernate",
      paramLabel = "SETTING=VALUE",
      description = "a setting of Hibernate's that decides about names, may be repeated")
  private Map<String, String> settings = Map.of();

  Optional<Path> place() {
    return Optional.ofNullable(place);
  }

  List<Path> classPath(Path directory) {
    List<Path> paths = new ArrayList<>();
    for (String path : classPath.split(File.pathSeparator)) {
      if (!path.isEmpty()) {
        // A directory stands for the jars in it anyway.
        paths.add(directory.resolve(path.endsWith("/*") ? path.substring(0, path.length() - 2) : path));
      }
    }
    return paths;
  }

  Optional<String> unit() {
    return Optional.ofNullable(unit);
  }

  Map<String, String> settings() {
    return settings;
  }
}
