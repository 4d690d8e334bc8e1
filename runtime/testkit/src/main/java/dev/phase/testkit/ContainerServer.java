package dev.phase.testkit;

import java.util.stream.Stream;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A server in Docker, which Testcontainers removes after the JVM. Loaded only when it is chosen.
 */
final class ContainerServer {
  private ContainerServer() {}

  static TestServer start(int major) {
    String[] command =
        Stream.concat(
                Stream.of("postgres"),
                ServerChoice.SETTINGS.entrySet().stream()
                    .flatMap(s -> Stream.of("-c", s.getKey() + "=" + s.getValue())))
            .toArray(String[]::new);
    @SuppressWarnings("resource") // It ends with the JVM.
    var container = new PostgreSQLContainer("postgres:" + major + "-alpine").withCommand(command);
    container.start();
    String address =
        container.getHost() + ":" + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
    return new TestServer(address, "", container.getUsername(), container.getPassword());
  }
}
