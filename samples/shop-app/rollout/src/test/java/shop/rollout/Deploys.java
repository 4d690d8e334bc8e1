package shop.rollout;

import dev.phase.change.ChangeFile;
import dev.phase.change.ChangeReader;
import dev.phase.config.Settings;
import dev.phase.config.SettingsReader;
import dev.phase.engine.Engine;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.state.Release;
import dev.phase.testkit.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the shop's deploys call Phase for. */
final class Deploys implements AutoCloseable {

  private final Settings settings;
  private final Engine engine;

  Deploys(Database database) {
    this.settings =
        new SettingsReader(
                Path.of(".."),
                Map.of("url", database.url(), "user", database.user()),
                Map.of("PHASE_PASSWORD", database.password(), "PHASE_CONTRACT_KEEP", "9"))
            .read();
    this.engine = Engine.connect(settings, Listener.NONE);
  }

  void init() {
    engine.init();
  }

  /** {@code phase advance}, in the repository as it was at this release. */
  void advance(int release) {
    List<ChangeFile> files = ChangeReader.read(settings.changes(), settings.schema()).files();
    engine.advance(files.subList(0, release), label(release));
  }

  void rollback(int release) {
    engine.rollback(label(release));
  }

  /** The oldest version goes for good. */
  void letGo(int release) {
    engine.retire(label(release));
    engine.contract(label(release));
  }

  private static Release label(int release) {
    return new Release(
        Optional.of("release " + release), Optional.empty(), "samples", "localhost");
  }

  @Override
  public void close() {
    engine.close();
  }
}
