package dev.phase.cli;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import picocli.CommandLine.Command;

/** Loads what commands load, so that the JVM can keep it in an archive and start faster. */
@Command(
    name = "train",
    hidden = true,
    description = "Load every class that a command may need; the launcher's own.")
final class TrainCommand implements Callable<Integer> {

  private static final Path CHANGES = Path.of("db", "changes");
  private static final String UNREACHABLE = "postgresql://phase@127.0.0.1:1/phase";
  private static final String[] LIBRARIES = {
    "phase", "backfill", "compat-views", "picocli", "postgresql", "jdbi3", "jackson", "snakeyaml"
  };

  /** No short command needs it, and what it needs is large. */
  private static final String WORKER = "phase-worker";

  private final Console console;

  TrainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try {
      Path directory = Files.createTempDirectory("phase-train");
      try {
        runCommands(directory);
      } finally {
        delete(directory);
      }
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
        loadAll(Path.of(entry));
      }
      secureConnection();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("Training ended early.", e);
    }
    return 0;
  }

  /** The frequent ones, for real where the demo's server is on the class path. */
  private void runCommands(Path directory) throws IOException {
    try (TrainingServer server = TrainingServer.start()) {
      runCommands(directory, server.url());
    } catch (LinkageError | RuntimeException e) {
      runCommands(directory, UNREACHABLE);
    }
  }

  private void runCommands(Path directory, String url) throws IOException {
    Phase phase = new Phase(console, Map.of("PHASE_URL", url), directory, new StopSignal());
    phase.run("--help");
    phase.run("init");
    Files.createDirectories(directory.resolve(CHANGES));
    Files.writeString(
        directory.resolve(CHANGES).resolve("0001_train.yaml"),
        """
        operations:
          - create_table: { name: t, columns: [ { name: id, type: bigint } ] }
          - sql: { expand: "ALTER TABLE t ADD CHECK (id > 0)", undo: "" }
        """);
    phase.run("schema", "--url");
    phase.run("lint");
    phase.run("lint", "-o", "json");
    phase.run("advance");
    phase.run("status");
    phase.run("status", "-o", "json");
  }

  /** What the driver uses to talk to a server that asks for encryption and a password. */
  private static void secureConnection() throws GeneralSecurityException, IOException {
    SSLEngine engine = SSLContext.getDefault().createSSLEngine("localhost", 5432);
    engine.setUseClientMode(true);
    engine.beginHandshake();
    engine.wrap(
        ByteBuffer.allocate(0), ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
    Mac.getInstance("HmacSHA256");
    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
    MessageDigest.getInstance("SHA-256");
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
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
    if (name.startsWith(WORKER)) {
      return false;
    }
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
