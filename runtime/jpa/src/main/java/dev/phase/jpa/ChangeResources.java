package dev.phase.jpa;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Finds change files on the class path: in directories, in jars, and in jars within jars. */
final class ChangeResources {

  private static final List<String> ENDINGS = List.of(".yaml", ".yml");

  private ChangeResources() {}

  /** The ids of the changes, in the order in which they apply. */
  static SortedSet<String> ids(ClassLoader loader, String location) {
    String directory = location.replaceAll("^/+|/+$", "");
    SortedSet<String> ids = new TreeSet<>();
    try {
      for (URL entry : Collections.list(loader.getResources(directory))) {
        names(entry).forEach(name -> add(name, ids));
      }
    } catch (IOException e) {
      throw new VersionException(
          "The change files in %s on the class path cannot be listed. Set phase.version instead."
              .formatted(location),
          e);
    }
    return ids;
  }

  private static void add(String name, SortedSet<String> ids) {
    if (!name.startsWith(".")) {
      ENDINGS.stream()
          .filter(name::endsWith)
          .map(ending -> name.substring(0, name.length() - ending.length()))
          .forEach(ids::add);
    }
  }

  private static List<String> names(URL directory) throws IOException {
    if (directory.getProtocol().equals("file")) {
      return inDirectory(directory);
    }
    URLConnection connection = directory.openConnection();
    if (connection instanceof JarURLConnection jar) {
      jar.setUseCaches(false);
      return inJar(jar);
    }
    throw new IOException("No directory and no jar: " + directory);
  }

  private static List<String> inDirectory(URL directory) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(uri(directory)))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static URI uri(URL url) throws IOException {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IOException("Not a path: " + url, e);
    }
  }

  private static List<String> inJar(JarURLConnection connection) throws IOException {
    String entry = connection.getEntryName();
    String directory = entry.endsWith("/") ? entry : entry + "/";
    try (JarFile jar = connection.getJarFile()) {
      return jar.stream()
          .map(JarEntry::getName)
          .filter(name -> name.startsWith(directory))
          .map(name -> name.substring(directory.length()))
          .filter(name -> name.indexOf('/') < 0)
          .toList();
    }
  }
}
