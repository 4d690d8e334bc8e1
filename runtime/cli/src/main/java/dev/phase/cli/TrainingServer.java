package dev.phase.cli;

import dev.phase.embedded.EmbeddedServer;

/** A server to train on. Its libraries are the demo's, so they may be missing. */
record TrainingServer(EmbeddedServer server) implements AutoCloseable {

  /**
   * @throws LinkageError where the libraries are missing
   */
  static TrainingServer start() {
    return new TrainingServer(EmbeddedServer.builder().start());
  }

  String url() {
    return server.jdbcUrl("postgres") + "?user=" + server.superuser();
  }

  @Override
  public void close() {
    server.close();
  }
}
