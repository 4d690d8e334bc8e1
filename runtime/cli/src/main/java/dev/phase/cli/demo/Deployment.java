package dev.phase.cli.demo;

import dev.phase.change.ChangeReader;
import dev.phase.config.Settings;
import dev.phase.config.SettingsReader;
import dev.phase.engine.Engine;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.state.Release;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The shop's repository, and what its deploys call Phase for. */
final class Deployment implements AutoCloseable {

  private static final String CHANGES = "db/changes";

  private final Path project;
  private final Settings settings;
  private final Engine engine;

  private Deployment(Path project, Listener listener) {
    this.project = project;
    this.settings = new SettingsReader(project, Map.of(), Map.of()).read();
    this.engine = Engine.connect(settings, listener);
  }

  /** Makes a repository in a temporary directory. */
  static Deployment create(Shop shop, Listener listener) throws IOException {
    Path project = Files.createTempDirectory("phase-demo");
    Files.createDirectories(project.resolve(CHANGES));
    Files.writeString(
        project.resolve("phase.yaml"),
        """
        url: %s
        user: %s
        contract: { keep: 10 }
        """
            .formatted(shop.url(), shop.user()));
    return new Deployment(project, listener);
  }

  Path project() {
    return project;
  }

  void init() {
    engine.init();
  }

  /** Commits the next change file, and returns what is in it. */
  String add(String change) {
    String file = change + ".yaml";
    String text = Shop.resource("changes/" + file);
    try {
      Files.writeString(project.resolve(CHANGES).resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text;
  }

  void advance(String label) {
    engine.advance(
        ChangeReader.read(settings.changes(), settings.schema()).files(), release(label));
  }

  void retire(String label) {
    engine.retire(release(label));
  }

  void restore(String label) {
    engine.restore(release(label));
  }

  void contract(String label) {
    engine.contract(release(label));
  }

  private static Release release(String label) {
    return new Release(Optional.of(label), Optional.of(label), "demo", "localhost");
  }

  @Override
  public void close() {
    engine.close();
  }

  /** Deletes the repository, as far as it is there. */
  void delete() {
    try (Stream<Path> files = Files.walk(project)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException ignored) {
      // It is a temporary directory; the system cleans up what is left.
    }
  }
}
