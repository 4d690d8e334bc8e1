package dev.phase.engine;

import dev.phase.backfill.Sleeper;
import dev.phase.change.ChangeFile;
import dev.phase.change.ChangeReader;
import dev.phase.config.Settings;
import dev.phase.config.SettingsReader;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.state.Release;
import dev.phase.planning.Plan;
import dev.phase.schema.Catalog;
import dev.phase.sql.Identifier;
import dev.phase.testkit.Database;
import dev.phase.window.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A repository with change files and a database: what a team that uses Phase has. */
final class Workshop {

  static final Release RELEASE =
      new Release(Optional.of("r1"), Optional.of("1.0"), "tester", "test-host");

  private final Database database;
  private final Path changes;
  private final Identifier schema;

  Workshop(Database database, Path directory) {
    this(database, directory, "public");
  }

  Workshop(Database database, Path directory, String schema) {
    this.database = database;
    this.schema = Identifier.of(schema);
    this.changes = directory.resolve("changes");
    try {
      Files.createDirectories(changes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run(Engine::init);
  }

  /** Writes a change file. */
  Workshop change(String id, String yaml) {
    try {
      Files.writeString(changes.resolve(id + ".yaml"), yaml);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String id) {
    try {
      Files.delete(changes.resolve(id + ".yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Advanced advance() {
    return run(engine -> engine.advance(files(), RELEASE));
  }

  Advanced advance(String id, String yaml) {
    return change(id, yaml).advance();
  }

  /** Pushes what is new, and leaves its backfill to {@link #finish}. */
  Advanced begin(String id, String yaml) {
    change(id, yaml);
    return run(engine -> engine.begin(files(), RELEASE));
  }

  /** What workers do. */
  List<String> finish() {
    return run(engine -> engine.finish(RELEASE));
  }

  Plan rollback() {
    return run(engine -> engine.rollback(RELEASE));
  }

  Plan retire() {
    return run(engine -> engine.retire(RELEASE));
  }

  Plan restore() {
    return run(engine -> engine.restore(RELEASE));
  }

  Plan contract() {
    return run(engine -> engine.contract(RELEASE));
  }

  Status status() {
    return run(engine -> engine.inspection().status());
  }

  List<ChangeFile> files() {
    return ChangeReader.read(changes, schema).files();
  }

  <T> T run(Function<Engine, T> use) {
    return run(Listener.NONE, use);
  }

  <T> T run(Listener listener, Function<Engine, T> use) {
    return run(Map.of(), listener, use);
  }

  /** With other settings. */
  <T> T run(Map<String, String> flags, Listener listener, Function<Engine, T> use) {
    try (Engine engine = Engine.connect(settings(flags), listener)) {
      return use.apply(engine);
    }
  }

  /** Looks at the window and the catalog as a planner does. */
  <T> T inspect(BiFunction<Window, Catalog, T> look) {
    try (Project project =
        new Project(settings(Map.of()), Listener.NONE, Clock.systemUTC(), Sleeper.system())) {
      Window window = project.store().window();
      return look.apply(window, project.catalog(window));
    }
  }

  private Settings settings(Map<String, String> flags) {
    Map<String, String> all = new HashMap<>(flags);
    all.putIfAbsent("url", database.url());
    all.putIfAbsent("user", database.user());
    all.put("schema", schema.value());
    all.put("changes", changes.toString());
    return new SettingsReader(
            changes.getParent(),
            all,
            Map.of("PHASE_PASSWORD", database.password()))
        .read();
  }
}
