package dev.phase.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.change.ChangeFile;
import dev.phase.change.ChangeReader;
import dev.phase.config.Settings;
import dev.phase.config.SettingsReader;
import dev.phase.engine.Engine;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.state.Release;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs the shop's changes as a team would: one release each, with every version in use to the end. */
@PostgresTest
class ShopChainTest {

  private static final Path SHOP = Path.of("shop");
  private static final int FIRST_WITHOUT_DRAFTS = 12;

  private final List<ShopApplication> applications = new ArrayList<>();
  private Database database;
  private Settings settings;
  private List<ChangeFile> files;
  private int round;

  @BeforeEach
  void readFiles(Database fresh) throws SQLException, IOException {
    database = fresh;
    database.run(Files.readString(SHOP.resolve("schema.sql")));
    settings =
        new SettingsReader(
                SHOP,
                Map.of("url", database.url(), "user", database.user()),
                Map.of("PHASE_PASSWORD", database.password()))
            .read();
    files = ChangeReader.read(settings.changes(), settings.schema()).files();
  }

  @AfterEach
  void stopApplications() throws SQLException {
    for (ShopApplication application : applications) {
      application.close();
    }
  }

  @Test
  void everyVersionWorksUntilItIsContractedAndWhatRemainsIsPlain() throws Exception {
    applications.add(ShopApplication.start(database, 0, "baseline"));
    try (Engine engine = Engine.connect(settings, Listener.NONE)) {
      engine.init();
      for (int change = 1; change <= files.size(); change++) {
        String version = files.get(change - 1).change().id();
        engine.advance(files.subList(0, change), release(version));
        applications.add(ShopApplication.start(database, change, version));
        useAll("after " + version);
      }
      while (applications.size() > 1) {
        ShopApplication oldest = applications.remove(0);
        oldest.close();
        String version = oldest.version();
        engine.retire(release(version));
        engine.contract(release(version));
        useAll("without " + version);
      }
    }
    assertEquals(catalogOfPlainDdl(), catalog("public"));
  }

  @Test
  void allChangesTogetherMakeOneVersionThatEndsThere() throws Exception {
    applications.add(ShopApplication.start(database, 0, "baseline"));
    try (Engine engine = Engine.connect(settings, Listener.NONE)) {
      engine.init();
      String version = last(files).change().id();
      engine.advance(files, release(version));
      applications.add(ShopApplication.start(database, files.size(), version));
      useAll("after " + version);
      applications.remove(0).close();
      engine.retire(release(version));
      engine.contract(release(version));
      useAll("without the baseline");
    }
    assertEquals(catalogOfPlainDdl(), catalog("public"));
  }

  @Test
  void aRollbackLeavesNothingOfAnyChange() throws Exception {
    try (Engine engine = Engine.connect(settings, Listener.NONE)) {
      engine.init();
      for (int change = 1; change <= files.size(); change++) {
        String version = files.get(change - 1).change().id();
        String before = catalog("public");
        engine.advance(files.subList(0, change), release(version));
        engine.rollback(release(version));
        assertEquals(before, catalog("public"), version);
        engine.advance(files.subList(0, change), release(version));
        engine.retire(release(version));
        engine.contract(release(version));
      }
    }
    assertEquals(catalogOfPlainDdl(), catalog("public"));
  }

  /** Every version reads and writes, and all of them show the same rows. */
  private void useAll(String when) throws SQLException {
    for (ShopApplication application : applications) {
      application.work(round++);
      assertEquals(
          application.changes() < FIRST_WITHOUT_DRAFTS ? "draft" : "new",
          application.defaultStatus(),
          application.version() + " " + when);
    }
    List<List<String>> newest = last(applications).shown();
    for (ShopApplication application : applications) {
      assertEquals(newest, application.shown(), application.version() + " " + when);
    }
  }

  private String catalogOfPlainDdl() throws SQLException, IOException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA plain");
      statement.execute("SET search_path = plain");
      statement.execute(Files.readString(SHOP.resolve("schema.sql")));
      statement.execute(Files.readString(SHOP.resolve("plain.sql")));
    }
    return catalog("plain");
  }

  /** Everything in a schema, one line each. */
  private String catalog(String schema) throws SQLException, IOException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = " + schema);
      List<String> lines = new ArrayList<>();
      try (var in = ShopChainTest.class.getResourceAsStream("catalog.sql");
          ResultSet results =
              statement.executeQuery(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
        while (results.next()) {
          lines.add(results.getString(1));
        }
      }
      return String.join("\n", lines);
    }
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  private static Release release(String version) {
    return new Release(Optional.of(version), Optional.empty(), "samples", "localhost");
  }
}
