package dev.phase.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.change.Change;
import dev.phase.change.ChangeFile;
import dev.phase.change.ChangeReader;
import dev.phase.config.Settings;
import dev.phase.config.SettingsReader;
import dev.phase.engine.Engine;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.state.Release;
import dev.phase.model.Snapshot;
import dev.phase.model.VersionModel;
import dev.phase.schema.Column;
import dev.phase.schema.Table;
import dev.phase.sql.TypeName;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a version looks like can be told from a snapshot and the change files alone. */
@PostgresTest
class OfflineModelTest {

  private static final Path SHOP = Path.of("shop");

  @Test
  void theShopLooksOfflineAsItDoesInTheDatabase(Database database) throws Exception {
    database.run(Files.readString(SHOP.resolve("schema.sql")));
    Settings settings =
        new SettingsReader(
                SHOP,
                Map.of("url", database.url(), "user", database.user()),
                Map.of("PHASE_PASSWORD", database.password()))
            .read();
    List<ChangeFile> files = ChangeReader.read(SHOP.resolve("db/changes"), settings.schema()).files();
    List<Change> changes = files.stream().map(ChangeFile::change).toList();
    Set<Snapshot> kept = new TreeSet<>((a, b) -> a.version().compareTo(b.version()));
    try (Engine engine = Engine.connect(settings, Listener.NONE)) {
      engine.init();
      kept.add(reread(engine.inspection().snapshot()));
      for (int count = 1; count <= changes.size(); count++) {
        engine.advance(files.subList(0, count), release());
        Snapshot now = engine.inspection().snapshot();
        for (Snapshot snapshot : kept) {
          VersionModel model =
              VersionModel.of(snapshot, settings.schema(), changes.subList(0, count));
          assertEquals(now.version(), model.version());
          assertEquals(
              columns(now.tables()),
              columns(model.tables()),
              now.version() + " from " + snapshot.version());
        }
        if (count % 7 == 0) {
          kept.add(reread(now));
        }
      }
    }
  }

  private static Snapshot reread(Snapshot snapshot) {
    return Snapshot.parse(snapshot.text());
  }

  /** What an application sees of the tables. */
  private static Map<String, List<String>> columns(List<Table> tables) {
    Map<String, List<String>> shown = new TreeMap<>();
    for (Table table : tables) {
      List<String> lines = new ArrayList<>();
      for (Column column : table.columns()) {
        lines.add(
            "%s %s%s %s"
                .formatted(
                    column.name(),
                    TypeName.of(column.type()).unqualified(),
                    column.nullable() ? "" : " NOT NULL",
                    column.kind()));
      }
      shown.put(table.name().value(), lines);
    }
    return shown;
  }

  private static Release release() {
    return new Release(Optional.empty(), Optional.empty(), "samples", "localhost");
  }
}
