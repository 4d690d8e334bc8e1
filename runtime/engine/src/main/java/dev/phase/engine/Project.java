package dev.phase.engine;

import dev.phase.backfill.Backfill;
import dev.phase.backfill.RunSnapshot;
import dev.phase.backfill.RunState;
import dev.phase.backfill.Sleeper;
import dev.phase.compat.CompatViews;
import dev.phase.config.Settings;
import dev.phase.engine.catalog.JdbcCatalog;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.execution.LockPolicy;
import dev.phase.engine.execution.Sessions;
import dev.phase.engine.execution.Sweeps;
import dev.phase.engine.execution.Workplace;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.engine.failure.SqlFailure;
import dev.phase.engine.gate.Gates;
import dev.phase.engine.state.Drift;
import dev.phase.engine.state.DriftReader;
import dev.phase.engine.state.SettledFiles;
import dev.phase.engine.state.StateReader;
import dev.phase.engine.state.StateSchema;
import dev.phase.engine.state.Store;
import dev.phase.planning.Moves;
import dev.phase.schema.Catalog;
import dev.phase.sql.Identifier;
import dev.phase.window.Version;
import dev.phase.window.Window;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** One base schema of one database, as a command works on it. */
final class Project implements AutoCloseable {

  private final Settings settings;
  private final Listener listener;
  private final Clock clock;
  private final Sleeper sleeper;
  private final Sessions sessions;
  private final Connection connection;
  private final StateReader state;
  private Store store;

  Project(Settings settings, Listener listener, Clock clock, Sleeper sleeper) {
    this.settings = settings;
    this.listener = listener;
    this.clock = clock;
    this.sleeper = sleeper;
    this.sessions = new Sessions(settings.jdbcUrl(), settings.login());
    this.connection = sessions.open();
    this.state = new StateReader(connection, settings.schema());
  }

  /** Refuses to go on where `phase init` of this release or another one has not been run. */
  void requireInitialised() {
    if (!state.exists()) {
      throw new PhaseException(
          ExitCode.GATE,
          "Schema %s of this database is not under Phase's care yet. Run `phase init` first."
              .formatted(schema()));
    }
    requireNotNewer();
    if (state.format() < StateSchema.FORMAT) {
      throw new PhaseException(
          ExitCode.GATE,
          "Schema phase of this database was made by an older Phase. Run `phase init`, which brings it up to date.");
    }
  }

  /** Refuses to work on what a newer release has made. */
  void requireNotNewer() {
    if (state.format() > StateSchema.FORMAT) {
      throw new PhaseException(
          ExitCode.GATE,
          "Schema phase of this database was made by a newer Phase. Use that release here, or one after it.");
    }
  }

  /** Refuses to make a version's schema of one that somebody else has made. */
  void requireNoSchema(Identifier version) {
    if (state.isSchema(version)) {
      throw new PhaseException(
          ExitCode.INVALID,
          "This database already has a schema %s, which is no version of Phase's. Rename the change's file, or that schema."
              .formatted(version));
    }
  }

  /** What somebody else has done to Phase's objects. */
  List<Drift> drift() {
    return new DriftReader(connection, schema()).read();
  }

  /** Refuses to build on objects that somebody else has changed. */
  void requireNoDrift() {
    List<Drift> drift = drift();
    if (!drift.isEmpty()) {
      throw new PhaseException(
          ExitCode.DRIFT,
          "%s Nothing was moved; `phase doctor` shows how it was, and `phase doctor --accept-drift` takes it as it is."
              .formatted(
                  drift.stream().map(Drift::describe).collect(Collectors.joining("\n"))));
    }
  }

  SettledFiles settledFiles() {
    return new SettledFiles(connection, schema());
  }

  Settings settings() {
    return settings;
  }

  Identifier schema() {
    return settings.schema();
  }

  Clock clock() {
    return clock;
  }

  Sleeper sleeper() {
    return sleeper;
  }

  Connection connection() {
    return connection;
  }

  StateReader state() {
    return state;
  }

  /** Made at first use: commands that only look do not need what it needs. */
  Store store() {
    if (store == null) {
      store = new Store(connection, schema());
    }
    return store;
  }

  Workplace workplace() {
    LockPolicy locks = new LockPolicy(settings.lockTimeout(), settings.lockBudget());
    return new Workplace(
        sessions, connection, schema(), store(), locks, listener, clock, sleeper);
  }

  /** A backfill with a connection of its own, so that its transactions are its own; names in
   * its SQL mean what they mean in the base schema.
   */
  Backfill backfill() {
    return new Backfill(Jdbi.create(() -> sessions.openIn(schema())), clock, sleeper, listener.meter());
  }

  /** The runs of this base schema, oldest first. */
  List<RunSnapshot> backfillRuns() {
    String prefix = schema() + "/";
    try {
      return Backfill.list(connection).stream()
          .filter(run -> run.id().startsWith(prefix))
          .toList();
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  /** Whether every row of the version is converted; true where it has none to convert. */
  boolean isSwept(String version) {
    return runsOf(version).allMatch(run -> run.state() == RunState.DONE);
  }

  /** Whether rows of the version cannot be converted, and nobody has said yet what to do about them. */
  boolean isQuarantined(String version) {
    return runsOf(version).anyMatch(run -> run.state() == RunState.QUARANTINED);
  }

  private Stream<RunSnapshot> runsOf(String version) {
    String prefix = Sweeps.prefix(schema(), version);
    return backfillRuns().stream().filter(run -> run.id().startsWith(prefix));
  }

  Gates gates() {
    return new Gates(connection, schema());
  }

  Moves moves() {
    try {
      return new Moves(new CompatViews(connection.getMetaData().getDatabaseMajorVersion()));
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  /** The catalog as it is now. */
  Catalog catalog(Window window) {
    return new JdbcCatalog(
        connection,
        schema(),
        window.versions().stream()
            .map(Version::schema)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet()));
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException ignored) {
      // The command is over; the server cleans up a connection that broke.
    }
  }
}
