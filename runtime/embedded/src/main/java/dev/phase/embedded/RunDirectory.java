package dev.phase.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Where one server keeps its files while this JVM owns it. A lock on a file beside it tells other
 * JVMs that the owner lives; the operating system releases it however the owner ends.
 */
record RunDirectory(Path path, Path lockFile, FileChannel lock) {
  private static final String PARENT = "running";
  private static final String LOCK = ".lock";
  private static final String DRAFT = ".draft-";
  private static final Duration LONGEST_DRAFT = Duration.ofHours(1);

  static RunDirectory create(Cache cache, Account account) throws IOException {
    Path parent = Files.createDirectories(cache.root().resolve(PARENT));
    Cache.allowTraversal(parent);
    Path path = Files.createTempDirectory(parent, ownPrefix());
    Path lockFile = parent.resolve(path.getFileName() + LOCK);
    FileChannel lock = createLocked(lockFile);
    account.own(path);
    return new RunDirectory(path, lockFile, lock);
  }

  /** Others must not see the file before it is locked. */
  private static FileChannel createLocked(Path lockFile) throws IOException {
    Path draft = lockFile.resolveSibling(lockFile.getFileName() + ".draft");
    FileChannel lock =
        FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    lock.lock();
    Files.move(draft, lockFile, StandardCopyOption.ATOMIC_MOVE);
    return lock;
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  /** Leaves the files for whoever uses the server after this JVM. */
  void abandon() {
    try {
      Files.deleteIfExists(lockFile);
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete() {
    Cache.deleteTree(path);
    abandon();
  }

  /**
   * Stops and deletes what JVMs left that ended without a chance to clean up, for example with the
   * machine.
   */
  static void cleanUpAfterOthers(Cache cache, Tools tools) {
    Path parent = cache.root().resolve(PARENT);
    try {
      for (Path lockFile : list(parent, LOCK)) {
        // A second channel on a lock file of this JVM would release the lock when it closes.
        if (!lockFile.getFileName().toString().startsWith(ownPrefix())) {
          cleanUpIfAbandoned(lockFile, tools);
        }
      }
      for (Path draft : list(cache.root(), "")) {
        if (draft.getFileName().toString().startsWith(DRAFT) && isOld(draft)) {
          Cache.deleteTree(draft);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void cleanUpIfAbandoned(Path lockFile, Tools tools) throws IOException {
    try (var channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      // Whoever gives up a lock deletes the file first.
      if (lock == null || !Files.exists(lockFile)) {
        return;
      }
      String name = lockFile.getFileName().toString();
      Path directory = lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length()));
      Path data = directory.resolve(Postmaster.DATA);
      if (Files.exists(data.resolve(Postmaster.PID_FILE))) {
        Postmaster.stopAbandoned(tools, data);
      }
      Cache.deleteTree(directory);
      Files.deleteIfExists(lockFile);
    } catch (NoSuchFileException e) {
      // Another JVM cleaned up at the same time.
    }
  }

  private static List<Path> list(Path directory, String suffix) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (var entries = Files.list(directory)) {
      return entries.filter(entry -> entry.getFileName().toString().endsWith(suffix)).toList();
    }
  }

  private static boolean isOld(Path draft) throws IOException {
    return Files.exists(draft)
        && Files.getLastModifiedTime(draft)
            .toInstant()
            .isBefore(Instant.now().minus(LONGEST_DRAFT));
  }

  private static String ownPrefix() {
    return ProcessHandle.current().pid() + "-";
  }
}
