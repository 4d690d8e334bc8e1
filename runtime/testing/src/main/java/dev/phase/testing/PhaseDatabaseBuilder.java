package dev.phase.testing;

import static java.util.Objects.requireNonNull;

import dev.phase.change.ChangeReader;
import dev.phase.config.Settings;
import dev.phase.config.SettingsReader;
import dev.phase.jpa.ApplicationVersion;
import dev.phase.testkit.Database;
import dev.phase.testkit.Lease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a {@link PhaseDatabase} shall be like. {@code phase.yaml} is not read, as it is about deploys. */
public final class PhaseDatabaseBuilder {

  /** All versions of a test stay live. */
  private static final String KEEP = "1000";

  private final Path changes;
  private final List<String> baseline = new ArrayList<>();
  private final Map<String, String> environment =
      new HashMap<>(Map.of("PHASE_CONTRACT_KEEP", KEEP));

  PhaseDatabaseBuilder(Path changes) {
    this.changes = requireNonNull(changes, "changes is null");
  }

  /** SQL that makes what was there before Phase took the database into its care. */
  public PhaseDatabaseBuilder baseline(String sql) {
    baseline.add(requireNonNull(sql, "sql is null"));
    return this;
  }

  /** The same from a file, such as a dump of the schema. */
  public PhaseDatabaseBuilder baseline(Path script) {
    try {
      return baseline(Files.readString(script));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A setting as in {@code phase.yaml}, such as {@code schema}. */
  public PhaseDatabaseBuilder with(String setting, String value) {
    String variable = "PHASE_" + setting.replace('.', '_').toUpperCase(Locale.ROOT);
    environment.put(variable, requireNonNull(value, "value is null"));
    return this;
  }

  /** Makes it, with the version that all change files lead to. */
  public PhaseDatabase startAtNewest() {
    return start(PhaseDatabase::advanceToNewest);
  }

  /** Makes it, with the version of that name; {@code baseline} for the one before the first change. */
  public PhaseDatabase startAt(String version) {
    return version.equals(ApplicationVersion.BASELINE)
        ? start(database -> database)
        : start(database -> database.advanceTo(version));
  }

  /** Leaves nothing behind where it does not succeed. */
  private PhaseDatabase start(UnaryOperator<PhaseDatabase> advance) {
    Lease lease = Lease.begin();
    try {
      lease.database().run(baseline.toArray(String[]::new));
      Settings settings = settings(lease.database());
      return advance.apply(
          new PhaseDatabase(
              lease, settings, ChangeReader.read(settings.changes(), settings.schema()).files()));
    } catch (SQLException e) {
      RuntimeException refusal =
          new IllegalArgumentException(
              "The baseline cannot be made: %s. Correct its SQL.".formatted(e.getMessage()), e);
      throw dropped(lease, refusal);
    } catch (RuntimeException e) {
      throw dropped(lease, e);
    }
  }

  private Settings settings(Database database) {
    Path directory = changes.toAbsolutePath();
    environment.put("PHASE_PASSWORD", database.password());
    return new SettingsReader(
            directory,
            Map.of(
                "url", database.url(),
                "user", database.user(),
                "changes", directory.toString()),
            environment)
        .read();
  }

  private static RuntimeException dropped(Lease lease, RuntimeException reason) {
    try {
      lease.close();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
    return reason;
  }
}
