package dev.phase.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A small shell process that waits on a pipe from this JVM and stops the server when the pipe
 * breaks, so that not even a killed JVM leaves a server behind.
 */
record Watchdog(Process process) {
  private static final String SCRIPT =
      """
      trap '' INT HUP TERM
      read -r word
      [ "$word" = released ] && exit 0
      "$1" stop --silent --mode="$2" --pgdata="$3"
      [ -z "$4" ] || rm -rf "$4"
      """;

  /** Guards a server whose files are nobody's once it stopped. */
  static Watchdog overTemporary(Tools tools, Path data, Path runDirectory) throws IOException {
    return start(tools, data, "immediate", runDirectory.toString());
  }

  /** Guards a server whose files somebody wants to keep. */
  static Watchdog overLasting(Tools tools, Path data) throws IOException {
    return start(tools, data, "fast", "");
  }

  void release() {
    try (var pipe = process.getOutputStream()) {
      pipe.write("released\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      // The watchdog is gone, so it can do no harm.
    }
  }

  private static Watchdog start(Tools tools, Path data, String mode, String runDirectory)
      throws IOException {
    List<String> command =
        List.of(
            "sh",
            "-c",
            SCRIPT,
            "phase-watchdog",
            tools.path("pg_ctl"),
            mode,
            data.toString(),
            runDirectory);
    var builder = tools.process(Path.of("/dev/null"), command);
    return new Watchdog(builder.start());
  }
}
