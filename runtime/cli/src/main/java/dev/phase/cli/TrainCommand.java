package dev.phase.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import picocli.CommandLine.Command;

/** Loads what commands load, so that the JVM can keep it in an archive and start faster. */
@Command(
    name = "train",
    hidden = true,
    description = "Load every class that a command may need; the launcher's own.")
final class TrainCommand implements Callable<Integer> {

  private static final String UNREACHABLE = "postgresql://phase@127.0.0.1:1/phase";
  private static final String[] LIBRARIES = {
    "phase", "backfill", "compat-views", "picocli", "postgresql", "jdbi3", "jackson", "snakeyaml"
  };

  private final Console console;

  TrainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Warmup.loadDriver();
    Warmup.loadState();
    try {
      Path directory = Files.createTempDirectory("phase-train");
      try {
        runCommands(directory);
      } finally {
        delete(directory);
      }
      for (String entry : System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
        loadAll(Path.of(entry));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return 0;
  }

  /** The frequent ones, on files; the database cannot be reached. */
  private void runCommands(Path directory) throws IOException {
    Phase phase =
        new Phase(console, Map.of("PHASE_URL", UNREACHABLE), directory, new StopSignal());
    Files.writeString(directory.resolve("phase.yaml"), "schema: public\nurl: " + UNREACHABLE + "\n");
    phase.run("new", "train");
    Files.writeString(
        directory.resolve("db/changes/0002_train.yaml"),
        "operations:\n- rename_column: { table: a, from: b, to: c }\n");
    phase.run("schema", "--url");
    phase.run("lint");
    Files.delete(directory.resolve("db/changes/0001_train.yaml"));
    phase.run("lint", "-o", "json");
    phase.run("status");
    phase.run("--help");
  }

  private static void delete(Path directory) throws IOException {
    Files.deleteIfExists(directory.resolve("db/changes/0002_train.yaml"));
    for (String name : new String[] {"db/changes", "db", "phase.yaml", ""}) {
      Files.deleteIfExists(directory.resolve(name));
    }
  }

  private static void loadAll(Path library) throws IOException {
    if (!isOurs(library)) {
      return;
    }
    try (JarFile jar = new JarFile(library.toFile())) {
      for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
        load(entries.nextElement().getName());
      }
    }
  }

  private static boolean isOurs(Path library) {
    String name = library.getFileName().toString();
    for (String prefix : LIBRARIES) {
      if (name.startsWith(prefix) && name.endsWith(".jar")) {
        return true;
      }
    }
    return false;
  }

  private static void load(String entry) {
    if (!entry.endsWith(".class") || entry.contains("-") || entry.startsWith("META-INF")) {
      return;
    }
    String name = entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
    try {
      Class.forName(name, false, TrainCommand.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      // It needs a library that is not there, so no command loads it.
    }
  }
}
