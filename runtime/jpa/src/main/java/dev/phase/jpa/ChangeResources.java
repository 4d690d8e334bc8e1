package dev.phase.jpa;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Finds change files on the class path: in directories, in jars, and in jars within jars.
 *
 * <p>In loops, since the first lambdas of a JVM cost more than all that they would do here.
 */
final class ChangeResources {

  private static final String[] ENDINGS = {".yaml", ".yml"};

  private final SortedSet<String> ids = new TreeSet<>();

  private ChangeResources() {}

  /** The ids of the changes, in the order in which they apply. */
  static SortedSet<String> ids(ClassLoader loader, String location) {
    ChangeResources found = new ChangeResources();
    try {
      for (URL entry : Collections.list(loader.getResources(withoutSlashes(location)))) {
        found.addAll(entry);
      }
    } catch (IOException e) {
      throw new VersionException(
          "The change files in %s on the class path cannot be listed. Set phase.version instead."
              .formatted(location),
          e);
    }
    return found.ids;
  }

  private static String withoutSlashes(String location) {
    int start = 0;
    int end = location.length();
    while (start < end && location.charAt(start) == '/') {
      start++;
    }
    while (end > start && location.charAt(end - 1) == '/') {
      end--;
    }
    return location.substring(start, end);
  }

  private void addAll(URL directory) throws IOException {
    if (directory.getProtocol().equals("file")) {
      addDirectory(directory);
      return;
    }
    URLConnection connection = directory.openConnection();
    if (connection instanceof JarURLConnection jar) {
      jar.setUseCaches(false);
      addJar(jar);
      return;
    }
    throw new IOException("No directory and no jar: " + directory);
  }

  private void addDirectory(URL directory) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(uri(directory)))) {
      for (Path file : files) {
        add(file.getFileName().toString());
      }
    }
  }

  private static URI uri(URL url) throws IOException {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IOException("Not a path: " + url, e);
    }
  }

  private void addJar(JarURLConnection connection) throws IOException {
    String entry = connection.getEntryName();
    String directory = entry.endsWith("/") ? entry : entry + "/";
    try (JarFile jar = connection.getJarFile()) {
      for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
        String name = entries.nextElement().getName();
        if (name.startsWith(directory) && name.indexOf('/', directory.length()) < 0) {
          add(name.substring(directory.length()));
        }
      }
    }
  }

  private void add(String name) {
    if (!name.startsWith(".")) {
      for (String ending : ENDINGS) {
        if (name.endsWith(ending)) {
          ids.add(name.substring(0, name.length() - ending.length()));
        }
      }
    }
  }
}
