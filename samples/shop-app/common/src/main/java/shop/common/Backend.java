package shop.common;

import com.zaxxer.hikari.HikariDataSource;
import dev.phase.jpa.ApplicationVersion;
import dev.phase.jpa.Readiness;
import dev.phase.jpa.VersionedDataSource;
import dev.phase.sql.Identifier;
import jakarta.persistence.OptimisticLockException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.Configuration;
import shop.common.Release.Login;
import shop.common.Shop.Conflict;

/** Hibernate on the version of the schema that a release was built for. */
public final class Backend implements AutoCloseable {

  private static final int CONNECTIONS = 4;

  private final HikariDataSource pool;
  private final SessionFactory sessions;

  private Backend(HikariDataSource pool, SessionFactory sessions) {
    this.pool = pool;
    this.sessions = sessions;
  }

  /**
   * These lines are all that a release has to do with Phase.
   *
   * @param release its class path has the change files
   */
  public static Backend open(Release release, Login login, Class<?>... entities) {
    ApplicationVersion version =
        ApplicationVersion.ofClassPath(
            release.getClass().getClassLoader(),
            ApplicationVersion.DEFAULT_LOCATION,
            Identifier.of("public"));
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(login.url());
    pool.setUsername(login.user());
    pool.setPassword(login.password());
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setDataSourceProperties(version.connectionProperties("shop"));
    DataSource dataSource = new VersionedDataSource(pool, version);
    new Readiness(dataSource, version).await(Duration.ofMinutes(1));
    return new Backend(pool, sessions(dataSource, entities));
  }

  private static SessionFactory sessions(DataSource dataSource, Class<?>... entities) {
    Configuration configuration = new Configuration();
    for (Class<?> entity : entities) {
      configuration.addAnnotatedClass(entity);
    }
    return configuration.buildSessionFactory(
        new StandardServiceRegistryBuilder()
            .applySetting("hibernate.connection.datasource", dataSource)
            .applySetting("hibernate.jdbc.batch_size", "20")
            .build());
  }

  /** Does something in a transaction. */
  public void run(Consumer<Session> work) {
    call(
        session -> {
          work.accept(session);
          return null;
        });
  }

  /** The same, with a result. */
  public <T> T call(Function<Session, T> work) {
    try {
      return sessions.fromTransaction(work);
    } catch (OptimisticLockException e) {
      throw new Conflict(e);
    }
  }

  @Override
  public void close() {
    sessions.close();
    pool.close();
  }
}
