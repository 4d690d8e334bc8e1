package dev.phase.engine.gate;

import dev.phase.change.Gate;
import dev.phase.config.ContractSettings;
import dev.phase.engine.state.VersionRow;
import dev.phase.sql.Identifier;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The gates of one base schema's tail; each answers with what it waits for, or nothing. */
public final class Gates {

  private final Approvals approvals;
  private final Clients clients;
  private final Condition condition;

  public Gates(Connection connection, Identifier base) {
    this.approvals = new Approvals(connection, base);
    this.clients = new Clients(connection, base);
    this.condition = new Condition(connection, base);
  }

  public Approvals approvals() {
    return approvals;
  }

  public Clients clients() {
    return clients;
  }

  /** Whether the version above has been live for too short a time. */
  public Optional<Waiting> soaking(
      VersionRow version, VersionRow above, ContractSettings policy, Instant now) {
    Instant end = above.publishedAt().orElse(now).plus(policy.soak());
    return now.isBefore(end)
        ? Optional.of(
            new Waiting(
                "soak",
                "Version %s stays live until %s, so that %s can prove itself."
                    .formatted(version.name(), end, above.name())))
        : Optional.empty();
  }

  /** Whether somebody may still want the version back. */
  public Optional<Waiting> restorable(VersionRow version, ContractSettings policy, Instant now) {
    Instant end = version.retiredAt().orElse(now).plus(policy.restoreWindow());
    return now.isBefore(end)
        ? Optional.of(
            new Waiting(
                "restore_window",
                "Version %s can be restored until %s, then it is contracted."
                    .formatted(version.name(), end)))
        : Optional.empty();
  }

  /** The baseline has no door that could be closed, so only the gate can tell that nobody is on it. */
  public Optional<Waiting> unseen(String baseline, ContractSettings policy) {
    return policy.requires(Gate.NO_CLIENTS)
        ? Optional.empty()
        : Optional.of(
            new Waiting(
                "no-clients",
                "Version %s is read through the base schema, so nobody can see whether it still is. Run `phase contract` when it is not."
                    .formatted(baseline)));
  }

  /** Whether somebody has still to agree; always where somebody wanted the version back. */
  public Optional<Waiting> unapproved(
      VersionRow version, VersionRow above, ContractSettings policy) {
    boolean reopened = version.isReopenedUnder(above);
    if (!reopened && !policy.requires(Gate.APPROVED) || approvals.has(version.name())) {
      return Optional.empty();
    }
    return Optional.of(
        new Waiting(
            "approved",
            "Version %s %swaits for somebody to agree that it goes. Run `phase approve %s`."
                .formatted(version.name(), reopened ? "was restored and " : "", version.name())));
  }

  /** What keeps the version from going whoever asks for it: its clients, and the policy's query. */
  public List<Waiting> unused(String version, ContractSettings policy) {
    List<Waiting> closed = new ArrayList<>();
    if (policy.requires(Gate.NO_CLIENTS)) {
      clients.waiting(version).ifPresent(closed::add);
    }
    policy.sql().flatMap(query -> condition.waiting(version, query)).ifPresent(closed::add);
    return closed;
  }
}
