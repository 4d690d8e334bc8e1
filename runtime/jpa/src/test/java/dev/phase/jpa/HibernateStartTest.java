package dev.phase.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.zaxxer.hikari.HikariDataSource;
import dev.phase.sql.Identifier;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Path;
import org.hibernate.SessionFactory;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hibernate without Spring, where the base table would take what is meant for the version. */
@PostgresTest
class HibernateStartTest {

  private static final String NO_NOTE =
      "operations: [{ drop_column: { table: people, column: note, down: \"'none'\" } }]";

  @TempDir private Path directory;
  private Database database;
  private Deployment deployment;
  private HikariDataSource pool;
  private VersionedDataSource dataSource;

  @Entity
  @Table(name = "people")
  static class Person {
    @Id Long id;
    String name;

    Person() {}

    Person(long id) {
      this.id = id;
      this.name = "Ada";
    }
  }

  /** What version 0001_no_note has no column for any more. */
  @Entity
  @Table(name = "people")
  static class PersonWithNote {
    @Id Long id;
    String note;
  }

  @BeforeEach
  void prepare(Database database) throws Exception {
    this.database = database;
    database.run("CREATE TABLE people (id bigint PRIMARY KEY, name text, note text)");
    deployment = new Deployment(database, directory, "public");
    deployment.init();
    ApplicationVersion version =
        new ApplicationVersion("0001_no_note", Identifier.of("public"));
    pool = deployment.pool(version);
    dataSource = new VersionedDataSource(pool, version);
  }

  @AfterEach
  void stop() {
    pool.close();
  }

  @Test
  void itReadsAndWritesTheVersion() throws Exception {
    deployment.advance("0001_no_note", NO_NOTE);
    try (SessionFactory sessions = start(Person.class)) {
      add(sessions, 1);
    }
    assertEquals("none", database.queryOne("SELECT note FROM people"));
  }

  @Test
  void tooEarlyItNeverWritesBaseTables() throws Exception {
    try (SessionFactory sessions = start(Person.class)) {
      assertEquals(
          "Version 0001_no_note is not in this database: schema public_0001_no_note or its view phase_version is missing. Run `phase advance`, or deploy a newer release if the version was contracted.",
          root(assertThrows(RuntimeException.class, () -> add(sessions, 1))).getMessage());
    }
    assertEquals("0", database.queryOne("SELECT count(*) FROM people"));
  }

  @Test
  void onceItsVersionIsTakenAwayItNeverWritesBaseTables() throws Exception {
    deployment.advance("0001_no_note", NO_NOTE);
    try (SessionFactory sessions = start(Person.class)) {
      deployment.run(engine -> engine.rollback(Deployment.RELEASE));
      RuntimeException e = assertThrows(RuntimeException.class, () -> add(sessions, 1));
      assertEquals(WrongVersionException.class, root(e).getClass());
    }
    assertEquals("0", database.queryOne("SELECT count(*) FROM people"));
  }

  @Test
  void entitiesThatTheVersionHasNoColumnsForDoNotStart() throws Exception {
    deployment.advance("0001_no_note", NO_NOTE);
    assertEquals(
        "Version 0001_no_note does not have people.note, which this application uses. Check its entities with `phase lint --entities`, and the database with `phase doctor`.",
        root(assertThrows(RuntimeException.class, () -> start(PersonWithNote.class))).getMessage());
  }

  @Test
  void columnsOfEntitiesArePartOfReadiness() throws Exception {
    deployment.advance("0001_no_note", NO_NOTE);
    try (SessionFactory sessions = start(Person.class)) {
      add(sessions, 1);
      Readiness readiness = new Readiness(dataSource, dataSource.version());
      assertEquals(Readiness.Verdict.READY, readiness.look().verdict());
      database.run("ALTER TABLE people DROP COLUMN name CASCADE");
      assertEquals(Readiness.Verdict.REFUSED, readiness.look().verdict());
    }
  }

  /** With a dialect, Hibernate starts even where it gets no connection. */
  private SessionFactory start(Class<?> entity) {
    return new Configuration()
        .addAnnotatedClass(entity)
        .buildSessionFactory(
            new StandardServiceRegistryBuilder()
                .applySetting("hibernate.connection.datasource", dataSource)
                .applySetting("hibernate.dialect", "org.hibernate.dialect.PostgreSQLDialect")
                .build());
  }

  private static void add(SessionFactory sessions, long id) {
    sessions.inTransaction(session -> session.persist(new Person(id)));
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && !(root instanceof WrongVersionException)) {
      root = root.getCause();
    }
    return root;
  }
}
