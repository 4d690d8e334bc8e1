package dev.phase.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.TreeMap;

/**
 * Starts a server on the wanted port, or on a free one when that is 0. Another process may take a
 * free port before the server does; then the next one is tried.
 */
record PortChoice(int wanted, Map<String, String> settings) {
  private static final int ATTEMPTS = 5;
  private static final String TAKEN = "could not bind";

  /** Returns the port that the server listens on. */
  int start(Postmaster postmaster) throws IOException {
    for (int attempt = 1; ; attempt++) {
      int port = wanted == 0 ? free() : wanted;
      postmaster.configure(withAddress(port));
      try {
        postmaster.start();
        return port;
      } catch (EmbeddedServerException e) {
        if (wanted != 0 || attempt == ATTEMPTS || !e.getMessage().contains(TAKEN)) {
          throw e;
        }
      }
    }
  }

  private Map<String, String> withAddress(int port) {
    Map<String, String> all = new TreeMap<>(settings);
    all.put("listen_addresses", EmbeddedServer.HOST);
    all.put("unix_socket_directories", "");
    all.put("port", Integer.toString(port));
    return all;
  }

  private static int free() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName(EmbeddedServer.HOST))) {
      return socket.getLocalPort();
    }
  }
}
