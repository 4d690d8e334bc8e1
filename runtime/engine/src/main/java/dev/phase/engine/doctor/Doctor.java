package dev.phase.engine.doctor;

import dev.phase.engine.state.Drift;
import dev.phase.engine.state.DriftReader;
import dev.phase.engine.state.StateReader;
import dev.phase.sql.Identifier;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All checks of one base schema, for one database user. */
public final class Doctor {

  private final Connection connection;
  private final Identifier base;

  public Doctor(Connection connection, Identifier base) {
    this.connection = connection;
    this.base = base;
  }

  /**
   * Looks at everything; changes nothing.
   *
   * @param application the role of an application whose privileges to look at, too
   * @param console the same of a role that only looks
   */
  public List<Check> examine(Optional<Identifier> application, Optional<Identifier> console) {
    boolean initialised = new StateReader(connection, base).exists();
    Look look = new Look(connection, base);
    List<Check> checks = new ArrayList<>();
    checks.addAll(new ServerChecks(look).all());
    checks.addAll(new PrivilegeChecks(look).all());
    application
        .filter(role -> initialised)
        .ifPresent(role -> checks.addAll(new ApplicationChecks(look, role).all()));
    console.ifPresent(role -> checks.addAll(new ConsoleChecks(look, role).all()));
    checks.addAll(new ActivityChecks(connection).all());
    checks.addAll(initialised ? drift() : List.of(uninitialised()));
    return checks;
  }

  private Check uninitialised() {
    return Check.problem(
        "initialised",
        "Schema %s is not under Phase's care yet.".formatted(base),
        "Run `phase init`.");
  }

  private List<Check> drift() {
    List<Check> checks = new ArrayList<>();
    for (Drift drift : new DriftReader(connection, base).read()) {
      checks.add(Check.problem("drift", drift.describe(), "It was:\n" + drift.expected()));
    }
    return checks.isEmpty()
        ? List.of(Check.ok("drift", "What Phase has made is as it left it."))
        : checks;
  }
}
