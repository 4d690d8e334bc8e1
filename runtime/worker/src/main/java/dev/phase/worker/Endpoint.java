package dev.phase.worker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Tells metrics and health over HTTP, without encryption and to everybody who can reach it. */
final class Endpoint implements AutoCloseable {

  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
  private static final int THREADS = 2;

  private record Answer(int status, String type, String body) {}

  private final HttpServer server;
  private final ExecutorService threads;
  private final Supplier<String> metrics;
  private final Health health;

  private Endpoint(HttpServer server, Supplier<String> metrics, Health health) {
    this.server = server;
    this.metrics = metrics;
    this.health = health;
    this.threads =
        Executors.newFixedThreadPool(
            THREADS,
            work -> {
              Thread thread = new Thread(work, "phase-metrics");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Begins to answer.
   *
   * @param port 0 for any that is free
   */
  static Endpoint open(int port, Supplier<String> metrics, Health health) {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
      Endpoint endpoint = new Endpoint(server, metrics, health);
      server.createContext("/", endpoint::handle);
      server.setExecutor(endpoint.threads);
      server.start();
      return endpoint;
    } catch (IOException e) {
      throw new PhaseException(
          ExitCode.INVALID,
          "Port %d cannot be used for metrics: %s. Choose another with --metrics-port, or end what has it."
              .formatted(port, e.getMessage()),
          e);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath());
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(answer.status(), head ? -1 : body.length);
      if (!head) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private Answer answer(String method, String path) {
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return new Answer(405, TEXT, "Only GET is possible here.\n");
    }
    return switch (path) {
      case "/metrics" -> new Answer(200, PROMETHEUS, metrics.get());
      case "/health/live" -> health(health.notAlive());
      case "/health", "/health/ready" -> health(health.notReady());
      default -> new Answer(404, TEXT, "There are /metrics, /health/live and /health/ready.\n");
    };
  }

  private static Answer health(Optional<String> problem) {
    return problem
        .map(why -> new Answer(503, TEXT, why + "\n"))
        .orElseGet(() -> new Answer(200, TEXT, "ok\n"));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
