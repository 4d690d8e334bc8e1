package dev.phase.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.phase.jpa.Readiness.Verdict;
import dev.phase.model.VersionModel;
import dev.phase.sql.Identifier;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
class ReadinessTest {

  private static final String FIRST =
      "operations: [{ rename_column: { table: people, from: name, to: full_name } }]";
  private static final String SECOND =
      "operations: [{ rename_column: { table: people, from: full_name, to: title } }]";

  @TempDir private Path directory;
  private Database database;
  private Deployment deployment;
  private ApplicationVersion version;
  private HikariDataSource pool;
  private Readiness readiness;

  @BeforeEach
  void startTooEarly(Database database) throws Exception {
    this.database = database;
    database.run("CREATE TABLE people (id bigint PRIMARY KEY, name text)");
    deployment = new Deployment(database, directory, "public");
    version = new ApplicationVersion("0001_full_name", Identifier.of("public"));
    pool = deployment.pool(version);
    readiness = new Readiness(pool, version);
  }

  @AfterEach
  void stop() {
    pool.close();
  }

  @Test
  void aDatabaseThatPhaseDoesNotKnowIsWaitedFor() {
    assertFound(
        Verdict.WAITING,
        "This database is not under Phase's care yet, so it has no version 0001_full_name. Run `phase init` and `phase advance`.");
  }

  @Test
  void aVersionThatIsStillToComeIsWaitedFor() {
    deployment.init();
    assertFound(
        Verdict.WAITING,
        "This database has no version 0001_full_name yet. Run `phase advance` with the change files of this release.");
  }

  @Test
  void aVersionThatIsBeingPreparedIsWaitedFor() throws Exception {
    deployment.init();
    deployment.advance("0001_full_name", FIRST);
    database.run("UPDATE phase.version SET state = 'PREPARING' WHERE name = '0001_full_name'");
    assertFound(
        Verdict.WAITING,
        "Version 0001_full_name is not published yet. Run `phase status` to see what it waits for.");
  }

  @Test
  void waitingEndsWhenTheVersionIsPublished() throws Exception {
    CompletableFuture<Void> started =
        CompletableFuture.runAsync(() -> readiness.await(Duration.ofMinutes(1)));
    deployment.init();
    deployment.advance("0001_full_name", FIRST);
    started.get(1, TimeUnit.MINUTES);
    assertTrue(readiness.look().isReady());
  }

  @Test
  void waitingEndsWithTheReasonWhenTheTimeIsOver() {
    VersionException e =
        assertThrows(VersionException.class, () -> readiness.await(Duration.ZERO));
    assertTrue(e.getMessage().startsWith("This database is not under Phase's care yet"));
    assertThrows(VersionException.class, readiness::require);
  }

  @Test
  void aRetiredVersionIsRefused() throws Exception {
    deployment.init();
    deployment.advance("0001_full_name", FIRST);
    deployment.advance("0002_title", SECOND);
    deployment.run(engine -> engine.retire(Deployment.RELEASE));
    deployment.run(engine -> engine.retire(Deployment.RELEASE));
    assertFound(
        Verdict.REFUSED,
        "Version 0001_full_name was retired. Run `phase restore`, or deploy a newer release.");
    assertThrows(VersionException.class, () -> readiness.await(Duration.ofDays(1)));
  }

  @Test
  void aVersionThatWillNotComeIsRefused() throws Exception {
    deployment.init();
    deployment.advance("0002_title", FIRST);
    assertFound(
        Verdict.REFUSED,
        "This database has no version 0001_full_name, but already 0002_title. Deploy a release that was built for one of [baseline, 0002_title].");
  }

  @Test
  void connectionsThatLeadElsewhereAreRefused() throws Exception {
    deployment.init();
    deployment.advance("0001_full_name", FIRST);
    try (HikariDataSource plain = deployment.pool(new Properties())) {
      assertEquals(Verdict.REFUSED, new Readiness(plain, version).look().verdict());
    }
  }

  @Test
  void columnsThatTheVersionDoesNotHaveAreRefused() throws Exception {
    deployment.init();
    deployment.advance("0001_full_name", FIRST);
    VersionedDataSource dataSource = new VersionedDataSource(pool, version);
    readiness = new Readiness(dataSource, version);
    dataSource.expect(new ExpectedColumns(Map.of("people", List.of("id", "full_name"))));
    assertTrue(readiness.look().isReady());
    dataSource.expect(
        new ExpectedColumns(
            Map.of("people", List.of("name", "Full Name"), "orders", List.of("id"))));
    dataSource.expect(new ExpectedColumns(Map.of("people", List.of("id"))));
    assertFound(
        Verdict.REFUSED,
        "Version 0001_full_name does not have orders.id, people.Full Name, people.name, which this application uses. Check its entities with `phase lint --entities`, and the database with `phase doctor`.");
  }

  @Test
  void columnsOfTheChangeFilesAreThere() throws Exception {
    database.run("DROP TABLE people");
    deployment.init();
    deployment.advance(
        "0001_full_name",
        """
        operations:
          - create_table:
              name: "Über People"
              columns: [ { name: id, type: bigint, primary_key: true }, { name: select, type: text } ]
        """);
    VersionedDataSource dataSource = new VersionedDataSource(pool, version);
    dataSource.expect(
        ExpectedColumns.of(
            VersionModel.read(directory.resolve("db/changes"), Identifier.of("public"))));
    assertTrue(new Readiness(dataSource, version).look().isReady());
    database.run("ALTER TABLE \"Über People\" DROP COLUMN \"select\" CASCADE");
    assertEquals(Verdict.REFUSED, new Readiness(dataSource, version).look().verdict());
  }

  @Test
  void anyRoleMayAsk() throws Exception {
    deployment.init();
    deployment.advance("0001_full_name", FIRST);
    String role = database.createRole("application");
    pool.setUsername(role);
    assertTrue(readiness.look().isReady());
  }

  private void assertFound(Verdict verdict, String message) {
    assertEquals(
        List.of(verdict, message),
        List.of(readiness.look().verdict(), readiness.look().message().orElse("")));
  }
}
