package dev.phase.testkit;

import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * A server in Docker, which Testcontainers removes after the JVM. Loaded only when it is chosen;
 * the PostgreSQL module of Testcontainers would bring a JDBC driver that is loaded always.
 */
final class ContainerServer {
  private static final int PORT = 5432;

  private ContainerServer() {}

  static TestServer start(int major) {
    var container = container(major);
    container.start();
    String address = container.getHost() + ":" + container.getMappedPort(PORT);
    return new TestServer(address, "", "postgres", "");
  }

  private static GenericContainer<?> container(int major) {
    return new GenericContainer<>("postgres:" + major + "-alpine")
        .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust")
        .withCommand(command())
        .withExposedPorts(PORT)
        .waitingFor(Wait.forLogMessage(".*ready to accept connections.*", 2));
  }

  private static String[] command() {
    Stream<String> settings =
        ServerChoice.SETTINGS.entrySet().stream()
            .flatMap(setting -> Stream.of("-c", setting.getKey() + "=" + setting.getValue()));
    return Stream.concat(Stream.of("postgres"), settings).toArray(String[]::new);
  }
}
