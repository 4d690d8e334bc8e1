package dev.phase.spring;

import dev.phase.change.Change;
import dev.phase.change.ChangeReader;
import dev.phase.config.Settings;
import dev.phase.config.SettingsReader;
import dev.phase.engine.Engine;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.state.Release;
import dev.phase.model.VersionModel;
import dev.phase.testkit.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Deploys the change files that this application has on its class path. */
record Deployment(Database database) {

  static final Release RELEASE =
      new Release(Optional.empty(), Optional.empty(), "tester", "localhost");

  void init() {
    run(Engine::init);
  }

  void advance() {
    run(
        engine ->
            engine.advance(
                ChangeReader.read(settings().changes(), settings().schema()).files(), RELEASE));
  }

  void rollback() {
    run(engine -> engine.rollback(RELEASE));
  }

  /** What the newest version looks like. */
  VersionModel version() {
    try (Engine engine = Engine.connect(settings(), Listener.NONE)) {
      return VersionModel.of(engine.inspection().snapshot(), settings().schema(), changes());
    }
  }

  private List<Change> changes() {
    return ChangeReader.read(settings().changes(), settings().schema()).changes();
  }

  void run(Consumer<Engine> use) {
    try (Engine engine = Engine.connect(settings(), Listener.NONE)) {
      use.accept(engine);
    }
  }

  private Settings settings() {
    return new SettingsReader(
            Path.of("src/test/resources"),
            Map.of(
                "url", database.url(),
                "user", database.user(),
                "changes", "db/changes"),
            Map.of("PHASE_PASSWORD", database.password()))
        .read();
  }
}
