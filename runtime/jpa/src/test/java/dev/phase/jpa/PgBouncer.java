package dev.phase.jpa;

import dev.phase.testkit.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A pooler in transaction mode in front of a database; goes away with the test. */
final class PgBouncer implements AutoCloseable {

  private static final int PATIENCE = 100;

  private final Process process;
  private final String url;

  private PgBouncer(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** The program; empty where this machine has none. */
  static Optional<Path> program() {
    String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin";
    return Stream.of(path.split(":"))
        .map(directory -> Path.of(directory, "pgbouncer"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * @param options of the database's entry
   * @param ignored start-up parameters that are dropped instead of refused
   */
  static PgBouncer start(Database database, Path directory, String options, String ignored)
      throws IOException, InterruptedException {
    URI server = URI.create(database.url().substring("jdbc:".length()));
    int port = freePort();
    Path settings = directory.resolve("pgbouncer.ini");
    Files.writeString(
        settings,
        """
        [databases]
        %s = host=%s port=%d user=%s password=%s %s
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = %d
        unix_socket_dir =
        auth_type = any
        pool_mode = transaction
        default_pool_size = 2
        ignore_startup_parameters = extra_float_digits%s
        """
            .formatted(
                database.name(),
                server.getHost(),
                server.getPort(),
                database.user(),
                database.password(),
                options,
                port,
                ignored));
    List<String> command = new ArrayList<>(List.of(program().orElseThrow().toString()));
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("-u", "nobody"));
    }
    command.add(settings.toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("pgbouncer.log").toFile())
            .start();
    PgBouncer bouncer =
        new PgBouncer(
            process, "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database.name()));
    bouncer.await(port, directory.resolve("pgbouncer.log"));
    return bouncer;
  }

  String url() {
    return url;
  }

  private void await(int port, Path log) throws IOException, InterruptedException {
    for (int i = 0; i < PATIENCE && process.isAlive(); i++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return;
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
    close();
    throw new IOException("PgBouncer does not answer: " + Files.readString(log));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
