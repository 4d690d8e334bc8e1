package dev.phase.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerTest {
  @TempDir private Path directory;

  @Test
  void isThereWhenItAnswersAPing() throws Exception {
    assertTrue(answers("HTTP/1.0 200 OK\r\n\r\nOK"));
  }

  @Test
  void isNotThereWhenItAnswersAnError() throws Exception {
    assertFalse(answers("HTTP/1.0 500 Internal Server Error\r\n\r\n"));
  }

  @Test
  void isNotThereWhenNobodyListens() throws Exception {
    assertFalse(Docker.answers(Files.createFile(directory.resolve("socket"))));
  }

  private boolean answers(String response) throws Exception {
    Path socket = directory.resolve("socket");
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      var answered = CompletableFuture.supplyAsync(() -> Docker.answers(socket));
      try (var client = server.accept()) {
        client.read(ByteBuffer.allocate(100));
        client.write(ByteBuffer.wrap(response.getBytes()));
        return answered.get();
      }
    }
  }
}
