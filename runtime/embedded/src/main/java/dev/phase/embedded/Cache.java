package dev.phase.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;

/**
 * The directory that keeps unpacked servers, prepared data directories and running servers between
 * JVMs. Every entry appears complete, by a rename, so that JVMs need no lock among each other.
 */
record Cache(Path root) {
  static final String LOCATION_PROPERTY = "phase.embedded.cache";

  /** Fills a new directory. */
  interface Filler {
    void fill(Path directory) throws IOException;
  }

  static Cache open() {
    Path root = location();
    try {
      Files.createDirectories(root);
      if (Account.ownerOf(root) != new UnixSystem().getUid()) {
        throw new EmbeddedServerException(
            "The directory "
                + root
                + " belongs to another user. Remove it, or name another one with -D"
                + LOCATION_PROPERTY
                + ".");
      }
      allowTraversal(root);
      return new Cache(root);
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "The directory "
              + root
              + " cannot be used. Name another one with -D"
              + LOCATION_PROPERTY
              + ".",
          e);
    }
  }

  /** Returns the entry of this name; makes it first when it is absent. */
  Path entry(String name, Filler filler) {
    Path entry = root.resolve(name);
    if (Files.isDirectory(entry)) {
      return entry;
    }
    try {
      Path draft = Files.createTempDirectory(root, ".draft-");
      try {
        allowTraversal(draft);
        filler.fill(draft);
        publish(draft, entry);
      } finally {
        deleteTree(draft);
      }
      return entry;
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "The directory "
              + entry
              + " cannot be made. Free some space, or name another place with -D"
              + LOCATION_PROPERTY
              + ".",
          e);
    }
  }

  static void allowTraversal(Path directory) throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  static void deleteTree(Path tree) {
    if (!Files.exists(tree)) {
      return;
    }
    try (var paths = Files.walk(tree)) {
      for (Path path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new EmbeddedServerException(
          "The directory " + tree + " cannot be deleted completely. Delete it by hand.", e);
    }
  }

  private static void publish(Path draft, Path entry) throws IOException {
    try {
      Files.move(draft, entry, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (IOException e) {
      if (!Files.isDirectory(entry)) {
        throw e;
      }
    }
  }

  private static Path location() {
    return Optional.ofNullable(System.getProperty(LOCATION_PROPERTY))
        .map(Path::of)
        .orElseGet(Cache::defaultLocation);
  }

  /** Root needs a place where the unprivileged account can go too, and root's home is none. */
  private static Path defaultLocation() {
    Path home = Path.of(System.getProperty("user.home"));
    String user = System.getProperty("user.name");
    boolean homeServes = !user.equals("root") && Files.isWritable(home);
    return homeServes
        ? home.resolve(".cache/phase/postgres")
        : Path.of(System.getProperty("java.io.tmpdir"), "phase-postgres-" + user);
  }
}
