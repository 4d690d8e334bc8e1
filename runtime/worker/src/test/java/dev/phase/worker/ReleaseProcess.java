package dev.phase.worker;

import dev.phase.change.ChangeReader;
import dev.phase.config.Settings;
import dev.phase.config.SettingsReader;
import dev.phase.engine.Engine;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.state.Release;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A release that leaves its backfill to others, or a worker, in a process of its own. */
final class ReleaseProcess {

  private ReleaseProcess() {}

  /** What to be, the directory of {@code phase.yaml}, URL and user. */
  public static void main(String[] args) throws Exception {
    Settings settings =
        new SettingsReader(Path.of(args[1]), Map.of("url", args[2], "user", args[3]), System.getenv())
            .read();
    Release who = new Release(Optional.empty(), Optional.empty(), args[0], "test-host");
    if (args[0].equals("worker")) {
      Worker.start(
          settings, new WorkerOptions(
              2, Duration.ofMillis(300), Optional.empty(), who, System.err::println));
      new CountDownLatch(1).await();
    }
    try (Engine engine = Engine.connect(settings, Listener.NONE)) {
      engine.begin(ChangeReader.read(settings.changes(), settings.schema()).files(), who);
    }
  }
}
