package dev.phase.config;

import static java.util.Objects.requireNonNull;

import dev.phase.change.BackfillOverrides;
import dev.phase.change.Change;
import dev.phase.change.ContractOverrides;
import dev.phase.problem.Place;
import dev.phase.problem.Problem;
import dev.phase.sql.Identifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The settings of a command.
 *
 * @param database absent where a command can do without one
 * @param schema the base schema
 * @param changes the directory of the change files
 * @param lockTimeout how long a statement may queue behind a lock before it is tried again
 * @param lockBudget how long a step may take to get its locks altogether
 */
public record Settings(
    Optional<DatabaseUrl> database,
    Identifier schema,
    Path changes,
    Duration lockTimeout,
    Duration lockBudget,
    BackfillSettings backfill,
    ContractSettings contract,
    WorkerSettings worker) {

  static final Identifier DEFAULT_SCHEMA = Identifier.of("public");
  static final Path DEFAULT_CHANGES = Path.of("db", "changes");
  static final Duration DEFAULT_LOCK_TIMEOUT = Duration.ofMillis(1200);
  static final Duration DEFAULT_LOCK_BUDGET = Duration.ofMinutes(5);

  public Settings {
    requireNonNull(database, "database is null");
    requireNonNull(schema, "schema is null");
    requireNonNull(changes, "changes is null");
    requireNonNull(lockTimeout, "lockTimeout is null");
    requireNonNull(lockBudget, "lockBudget is null");
    requireNonNull(backfill, "backfill is null");
    requireNonNull(contract, "contract is null");
    requireNonNull(worker, "worker is null");
  }

  /** These settings, except for what the change says. */
  public Settings with(Change change) {
    return new Settings(
        database,
        schema,
        changes,
        lockTimeout,
        lockBudget,
        backfill.with(change.backfill().orElse(BackfillOverrides.NONE)),
        contract.with(change.contract().orElse(ContractOverrides.NONE)),
        worker);
  }

  /**
   * The database's JDBC URL, without user and password.
   *
   * @throws InvalidSettings where no database is set
   */
  public String jdbcUrl() {
    return requireDatabase().jdbc();
  }

  /**
   * User and password, as far as they are set, under the driver's names for them.
   *
   * @throws InvalidSettings where no database is set
   */
  public Properties login() {
    Properties login = new Properties();
    requireDatabase().user().ifPresent(user -> login.setProperty("user", user));
    requireDatabase().password().ifPresent(p -> login.setProperty("password", p.value()));
    return login;
  }

  /**
   * The database's URL for messages: without anything secret.
   *
   * @throws InvalidSettings where no database is set
   */
  public String redactedUrl() {
    return requireDatabase().toString();
  }

  private DatabaseUrl requireDatabase() {
    return database.orElseThrow(
        () ->
            new InvalidSettings(
                List.of(
                    new Problem(
                        Place.of("--url"),
                        "No database is set.",
                        "Give its URL with --url, PHASE_URL, or `url` in phase.yaml."))));
  }
}
