package dev.phase.jpa.entity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The names of the classes in a directory of compiled ones. */
public final class ClassNames {

  private static final String ENDING = ".class";
  private static final String INFO = "-info.class";

  private ClassNames() {}

  /** All of them, in order. */
  public static List<String> in(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .map(file -> directory.relativize(file).toString())
          .filter(file -> file.endsWith(ENDING) && !file.endsWith(INFO))
          .map(file -> file.substring(0, file.length() - ENDING.length()))
          .map(file -> file.replace('\\', '.').replace('/', '.'))
          .sorted()
          .toList();
    }
  }
}
