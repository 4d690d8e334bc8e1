package dev.phase.engine.state;

import dev.phase.change.BackfillOverrides;
import dev.phase.change.ContractOverrides;
import dev.phase.engine.failure.SqlFailure;
import dev.phase.planning.Move;
import dev.phase.sql.Identifier;
import dev.phase.window.VersionState;
import dev.phase.yaml.CanonicalJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads where one base schema stands, and writes nothing. Plain JDBC over plain columns: a command that
 * only looks starts much faster without the libraries that the others need.
 */
public final class StateReader {

  private final Connection connection;
  private final String base;

  public StateReader(Connection connection, Identifier baseSchema) {
    this.connection = connection;
    this.base = baseSchema.value();
  }

  /** Whether this base schema is under Phase's care. Any role may ask. */
  public boolean exists() {
    boolean tables =
        query("SELECT to_regclass('phase.version') IS NOT NULL WHERE ? <> ''", row -> row.getBoolean(1))
            .get(0);
    return tables && !versions().isEmpty();
  }

  /** The format of schema {@code phase}; 0 where it is older than formats are. */
  public int format() {
    boolean known =
        query("SELECT to_regclass('phase.format') IS NOT NULL WHERE ? <> ''", row -> row.getBoolean(1))
            .get(0);
    return known
        ? query("SELECT number FROM phase.format WHERE ? <> ''", row -> row.getInt(1)).stream()
            .findFirst()
            .orElse(0)
        : 0;
  }

  /** Whether the database has a schema of this name. */
  public boolean isSchema(Identifier name) {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = ?)")) {
      statement.setString(1, name.value());
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getBoolean(1);
      }
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  /** The versions of the window, oldest first. Any role may ask. */
  public List<VersionRow> versions() {
    return query(
        """
        SELECT name, schema_name, state, published_at, retired_at
        FROM phase.version WHERE base_schema = ? ORDER BY position""",
        row ->
            new VersionRow(
                row.getString("name"),
                Optional.ofNullable(row.getString("schema_name")),
                VersionState.valueOf(row.getString("state")),
                instant(row.getTimestamp("published_at")),
                instant(row.getTimestamp("retired_at"))));
  }

  /** Every change ever applied, in the order of application. */
  public List<AppliedChange> changes() {
    return query(
        """
        SELECT id, checksum, version, state = 'ROLLED_BACK' AS rolled_back
        FROM phase.change WHERE base_schema = ? ORDER BY ordinal""",
        row ->
            new AppliedChange(
                row.getString("id"),
                row.getString("checksum"),
                row.getString("version"),
                row.getBoolean("rolled_back")));
  }

  /** What the changes of a version said about the tail when they were applied, in their order. */
  public Map<String, ContractOverrides> contractOverrides(String version) {
    return overrides(version, "contract", ContractOverrides.class);
  }

  /** What they said about backfills, likewise. */
  public Map<String, BackfillOverrides> backfillOverrides(String version) {
    return overrides(version, "backfill", BackfillOverrides.class);
  }

  private <T extends Record> Map<String, T> overrides(String version, String key, Class<T> type) {
    Map<String, T> overrides = new LinkedHashMap<>();
    query(
            """
            SELECT id, coalesce(body ->> said.key, '{}') AS overrides
            FROM phase.change
            JOIN (VALUES (?, ?, ?)) AS said (base, version, key)
              ON base_schema = said.base AND change.version = said.version
            WHERE state = 'APPLIED' ORDER BY ordinal""",
            row -> Map.entry(row.getString("id"), row.getString("overrides")),
            version,
            key)
        .forEach(
            row -> overrides.put(row.getKey(), CanonicalJson.read(row.getValue(), type)));
    return overrides;
  }

  /** The movement that was begun and neither finished nor abandoned. */
  public Optional<Unfinished> unfinished() {
    return query(
            """
            SELECT move, version,
                   coalesce(left(failure_sqlstate, 2) IN ('22', '23', '42'), false) AS stuck
            FROM phase.plan WHERE base_schema = ? AND state = 'RUNNING'""",
            row ->
                new Unfinished(
                    Move.valueOf(row.getString("move")),
                    row.getString("version"),
                    row.getBoolean("stuck")))
        .stream()
        .findFirst();
  }

  /**
   * The deployment log, newest first.
   *
   * @param most how many movements
   */
  public List<LogEntry> log(int most) {
    return query(
        """
        SELECT id, move, version, changes, state, release, application_version, actor, login, host,
               started_at, finished_at, failure,
               ARRAY(SELECT v ->> 'name' FROM jsonb_array_elements(window_after -> 'versions') v
                     WHERE v ->> 'state' = 'LIVE') AS live
        FROM phase.plan WHERE base_schema = ? ORDER BY id DESC LIMIT ?""",
        LogEntry::read,
        most);
  }

  /** The lowest version that is being prepared, whatever has become of its plan. */
  public Optional<String> preparing() {
    return versions().stream()
        .filter(version -> version.state() == VersionState.PREPARING)
        .map(VersionRow::name)
        .findFirst();
  }

  /** The backfills of versions that are gone, of all base schemas; none that is on its way. */
  public List<String> orphanedBackfills() {
    return query(
        """
        SELECT run.id
        FROM phase.backfill_run run
        WHERE ? <> ''
          AND NOT EXISTS (
            SELECT FROM phase.version v
            WHERE starts_with(run.id, v.base_schema || '/' || v.name || '/'))
          AND NOT EXISTS (
            SELECT FROM phase.plan p
            WHERE p.state = 'RUNNING'
              AND starts_with(run.id, p.base_schema || '/' || p.version || '/'))""",
        row -> row.getString(1));
  }

  /** The time on the database's clock. */
  public Instant now() {
    return query(
            "SELECT clock_timestamp() WHERE ? <> ''", row -> row.getTimestamp(1).toInstant())
        .get(0);
  }

  private <T> List<T> query(String sql, Row<T> row, Object... more) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, base);
      for (int i = 0; i < more.length; i++) {
        statement.setObject(i + 2, more[i]);
      }
      try (ResultSet results = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        while (results.next()) {
          rows.add(row.read(results));
        }
        return rows;
      }
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  /** Reads the row that a result set stands on. */
  @FunctionalInterface
  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  static Optional<Instant> instant(Timestamp timestamp) {
    return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
  }
}
