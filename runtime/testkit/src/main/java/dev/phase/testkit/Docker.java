package dev.phase.testkit;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks a Docker engine on this machine whether it is there, without any client library. */
final class Docker {
  private static final long PATIENCE_MILLIS = 1000;
  private static final String UNIX = "unix://";

  private Docker() {}

  static boolean answers() {
    return sockets().filter(Files::exists).anyMatch(Docker::answers);
  }

  private static Stream<Path> sockets() {
    return Optional.ofNullable(System.getenv("DOCKER_HOST"))
        .map(
            host ->
                host.startsWith(UNIX)
                    ? Stream.of(host.substring(UNIX.length()))
                    : Stream.<String>empty())
        .orElseGet(
            () ->
                Stream.of(
                    "/var/run/docker.sock",
                    System.getProperty("user.home") + "/.docker/run/docker.sock"))
        .map(Path::of);
  }

  static boolean answers(Path socket) {
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        var selector = Selector.open()) {
      channel.write(
          ByteBuffer.wrap("GET /_ping HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ);
      var status = ByteBuffer.allocate("HTTP/1.0 200".length());
      return selector.select(PATIENCE_MILLIS) > 0
          && channel.read(status) == status.capacity()
          && new String(status.array(), StandardCharsets.US_ASCII).endsWith(" 200");
    } catch (IOException e) {
      return false;
    }
  }
}
