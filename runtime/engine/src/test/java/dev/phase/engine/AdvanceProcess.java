package dev.phase.engine;

import dev.phase.change.ChangeReader;
import dev.phase.config.Settings;
import dev.phase.config.SettingsReader;
import dev.phase.engine.execution.Listener;
import java.nio.file.Path;
import java.util.Map;

/** An advance in a process of its own, so that a test can kill it. */
final class AdvanceProcess {

  private AdvanceProcess() {}

  public static void main(String[] args) {
    Settings settings =
        new SettingsReader(Path.of(args[0]), Map.of("url", args[1], "user", args[2]), System.getenv())
            .read();
    try (Engine engine = Engine.connect(settings, Listener.NONE)) {
      engine.advance(
          ChangeReader.read(settings.changes(), settings.schema()).files(), Workshop.RELEASE);
    }
  }
}
