package dev.phase.testing;

import static java.util.Objects.requireNonNull;

import dev.phase.change.ChangeFile;
import dev.phase.config.Settings;
import dev.phase.engine.Engine;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.state.Release;
import dev.phase.jpa.ApplicationVersion;
import dev.phase.testkit.Database;
import dev.phase.testkit.Lease;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A database of its own for a test, which has a version of the application's schema, and goes away
 * when it is closed. Not safe for several threads, but its connections may be used in any.
 *
 * <pre>{@code
 * try (PhaseDatabase database = PhaseDatabase.atVersion(Path.of("db/changes"), "0003_paid")) {
 *   dataSource.setUrl(database.jdbcUrl());
 * }
 * }</pre>
 */
public final class PhaseDatabase implements AutoCloseable {

  private static final Release TEST =
      new Release(Optional.of("test"), Optional.empty(), "test", "localhost");

  private final Lease lease;
  private final Settings settings;
  private final List<ChangeFile> files;
  private ApplicationVersion version;

  PhaseDatabase(Lease lease, Settings settings, List<ChangeFile> files) {
    this.lease = lease;
    this.settings = settings;
    this.files = List.copyOf(files);
    this.version = version(ApplicationVersion.BASELINE);
    try (Engine engine = connectEngine()) {
      engine.init();
    }
  }

  /** One that has the version that all change files in a directory lead to. */
  public static PhaseDatabase atNewest(Path changes) {
    return of(changes).startAtNewest();
  }

  /** One that has the version that is named after a change file in a directory. */
  public static PhaseDatabase atVersion(Path changes, String version) {
    return of(changes).startAt(version);
  }

  /** One with more to say about it. */
  public static PhaseDatabaseBuilder of(Path changes) {
    return new PhaseDatabaseBuilder(changes);
  }

  /**
   * Brings a newer version in, in one step, as a deploy would. The older one stays live, so that both
   * can be tested together.
   *
   * @throws IllegalArgumentException where there is no change file of that name
   */
  public PhaseDatabase advanceTo(String newer) {
    int last = indexOf(newer);
    try (Engine engine = connectEngine()) {
      engine.advance(files.subList(0, last + 1), TEST);
    }
    version = version(newer);
    return this;
  }

  /** Brings all changes in that are still pending, as one version. */
  PhaseDatabase advanceToNewest() {
    return files.isEmpty() ? this : advanceTo(files.get(files.size() - 1).change().id());
  }

  /** The newest version that it has. */
  public ApplicationVersion version() {
    return version;
  }

  /** A URL, without user and password, whose connections lead to the newest version. */
  public String jdbcUrl() {
    return jdbcUrl(version.name());
  }

  /** The same for one of the versions that it has. */
  public String jdbcUrl(String live) {
    String path = version(live).connectionProperties("").getProperty("currentSchema");
    String url = baseUrl();
    return url
        + (url.contains("?") ? "&" : "?")
        + "currentSchema="
        + URLEncoder.encode(path, StandardCharsets.UTF_8);
  }

  /** A URL whose connections lead to no version, for clients that choose one themselves. */
  public String baseUrl() {
    return database().url();
  }

  /** The owner of the database, who is no superuser. */
  public String user() {
    return database().user();
  }

  public String password() {
    return database().password();
  }

  /** Opens a connection to the newest version, to be closed by the caller. */
  public Connection connect() throws SQLException {
    return connect(version.name());
  }

  /** Opens a connection to one of the versions that it has, to be closed by the caller. */
  public Connection connect(String live) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(live), user(), password());
  }

  /** Drops the database, whoever is still connected to it. */
  @Override
  public void close() {
    try {
      lease.close();
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The database %s cannot be dropped. Look at the cause.".formatted(database().name()), e);
    }
  }

  private Database database() {
    return lease.database();
  }

  private Engine connectEngine() {
    return Engine.connect(settings, Listener.NONE);
  }

  private ApplicationVersion version(String name) {
    return new ApplicationVersion(name, settings.schema());
  }

  private int indexOf(String name) {
    requireNonNull(name, "name is null");
    List<String> names = files.stream().map(file -> file.change().id()).toList();
    if (!names.contains(name)) {
      throw new IllegalArgumentException(
          "There is no version %s among the change files in %s. Name one of %s."
              .formatted(name, settings.changes(), names));
    }
    return names.indexOf(name);
  }
}
