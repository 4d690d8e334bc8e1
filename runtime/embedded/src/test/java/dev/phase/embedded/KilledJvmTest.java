package dev.phase.embedded;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KilledJvmTest {
  @Test
  @Timeout(60)
  void leavesNoServerBehind() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process jvm =
        new ProcessBuilder(
                java,
                "-Dphase.test.major=" + System.getProperty("phase.test.major", "17"),
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var output = new BufferedReader(new InputStreamReader(jvm.getInputStream()));
    int port = Integer.parseInt(output.readLine());
    Path data = Path.of(output.readLine());
    assertTrue(listens(port));
    jvm.destroyForcibly().waitFor();
    while (listens(port) || Files.exists(data)) {
      Thread.sleep(10);
    }
    assertFalse(Files.exists(data));
  }

  private static boolean listens(int port) throws Exception {
    try (var socket = new Socket(EmbeddedServer.HOST, port)) {
      return socket.isConnected();
    } catch (ConnectException e) {
      return false;
    }
  }

  /** The main class of a JVM that is killed. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] args) throws InterruptedException {
      var server = EmbeddedServer.builder().major(Integer.getInteger("phase.test.major")).start();
      System.out.println(server.port());
      System.out.println(server.dataDirectory());
      Thread.sleep(Long.MAX_VALUE);
    }
  }
}
