package dev.phase.testkit;

import dev.phase.embedded.EmbeddedServer;

/** A server of this JVM, which ends with it. */
final class LocalServer {
  private LocalServer() {}

  static TestServer start(int major) {
    var server = EmbeddedServer.builder().major(major).settings(ServerChoice.SETTINGS).start();
    return new TestServer("127.0.0.1:" + server.port(), "", server.superuser(), "");
  }
}
