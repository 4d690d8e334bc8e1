package dev.phase.jpa.build;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory of compiled classes with the libraries that came along. Jars are unpacked, those of
 * Spring Boot and web archives with the jars in them; what was unpacked goes away when it is closed.
 *
 * @param temporary what to delete; may be no directory
 */
record Unpacked(Path classes, List<Path> libraries, Path temporary) implements AutoCloseable {

  private static final List<String> CONTAINERS = List.of("BOOT-INF", "WEB-INF");

  /** What is in a directory or a jar. */
  static Unpacked of(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      return new Unpacked(place, List.of(), Path.of(""));
    }
    Path temporary = Files.createTempDirectory("phase-entities");
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      copy(jar.getPath("/"), temporary);
    }
    for (String container : CONTAINERS) {
      Path inside = temporary.resolve(container);
      if (Files.isDirectory(inside.resolve("classes"))) {
        return new Unpacked(inside.resolve("classes"), jars(inside.resolve("lib")), temporary);
      }
    }
    return new Unpacked(temporary, List.of(), temporary);
  }

  /** The jars in a directory, in the order of their names. */
  static List<Path> jars(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.toList();
    }
    for (Path file : files) {
      Path copy = to.resolve(from.relativize(file).toString()).normalize();
      if (!copy.startsWith(to)) {
        throw new IOException("An entry leads out of the archive: " + file);
      }
      if (Files.isDirectory(file)) {
        Files.createDirectories(copy);
      } else {
        Files.copy(file, copy);
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (temporary.toString().isEmpty()) {
      return;
    }
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(temporary)) {
      all.sorted(Comparator.reverseOrder()).forEach(files::add);
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
