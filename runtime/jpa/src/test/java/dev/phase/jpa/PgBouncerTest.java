package dev.phase.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.phase.jpa.Readiness.Verdict;
import dev.phase.sql.Identifier;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pooler in transaction mode either leads to the version, or is refused with the reason. */
@PostgresTest
class PgBouncerTest {

  @TempDir private Path directory;
  private Database database;
  private Deployment deployment;
  private ApplicationVersion version;

  @BeforeEach
  void publishAVersion(Database database) throws Exception {
    assumeTrue(PgBouncer.program().isPresent(), "There is no pgbouncer on this machine.");
    this.database = database;
    database.run(
        "CREATE TABLE people (id bigint PRIMARY KEY, name text)",
        "INSERT INTO people VALUES (1, 'Ada')");
    deployment = new Deployment(database, directory, "public");
    deployment.init();
    deployment.advance(
        "0001_full_name",
        "operations: [{ rename_column: { table: people, from: name, to: full_name } }]");
    version = new ApplicationVersion("0001_full_name", Identifier.of("public"));
  }

  @Test
  void aPoolerThatDoesNotKnowTheSearchPathRefusesIt() throws Exception {
    try (PgBouncer bouncer = PgBouncer.start(database, directory, "", "");
        HikariDataSource pool = pool(bouncer)) {
      Readiness.Found found = new Readiness(pool, version).look();
      assertEquals(Verdict.WAITING, found.verdict());
      assertTrue(
          found.message().orElseThrow().contains("unsupported startup parameter: search_path"),
          found::toString);
    }
  }

  @Test
  void aPoolerThatDropsTheSearchPathIsRefused() throws Exception {
    try (PgBouncer bouncer = PgBouncer.start(database, directory, "", ",search_path");
        HikariDataSource pool = pool(bouncer)) {
      WrongVersionException e =
          assertThrows(
              WrongVersionException.class, new VersionedDataSource(pool, version)::getConnection);
      assertEquals(
          "This connection looks names up in [public] instead of [public_0001_full_name, public]. Let the pool open connections with currentSchema=public_0001_full_name,public, and a pooler in between keep it.",
          e.getMessage());
      assertEquals(Verdict.REFUSED, new Readiness(pool, version).look().verdict());
    }
  }

  @Test
  void anEntryForEachVersionLeadsToIt() throws Exception {
    String entry = "connect_query='SET search_path = public_0001_full_name, public'";
    try (PgBouncer bouncer = PgBouncer.start(database, directory, entry, ",search_path");
        HikariDataSource pool = pool(bouncer)) {
      new Readiness(pool, version).require();
      VersionedDataSource dataSource = new VersionedDataSource(pool, version);
      for (int i = 0; i < 20; i++) {
        try (Connection one = dataSource.getConnection();
            Connection other = dataSource.getConnection()) {
          one.setAutoCommit(false);
          rename(one, "Grace " + i);
          one.commit();
          assertEquals("Grace " + i, name(other));
        }
      }
    }
  }

  private HikariDataSource pool(PgBouncer bouncer) {
    HikariDataSource pool = deployment.pool(version);
    pool.setJdbcUrl(bouncer.url());
    pool.setMaximumPoolSize(4);
    pool.setConnectionTimeout(2_000);
    // Prepared statements live on one server connection; this pooler hands out many.
    pool.addDataSourceProperty("prepareThreshold", "0");
    return pool;
  }

  private static void rename(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("UPDATE people SET full_name = '%s'".formatted(name));
    }
  }

  private static String name(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT full_name FROM people")) {
      row.next();
      return row.getString(1);
    }
  }
}
