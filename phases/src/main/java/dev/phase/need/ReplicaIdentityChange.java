package dev.phase.need;

import dev.phase.plan.Lock;
import dev.phase.plan.LockLevel;
import dev.phase.plan.Source;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.schema.ReplicaIdentity;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Another replica identity of a base table; at publish where it sends more than before, at contract
 * in any case.
 *
 * @param wanted with the index by its name after contract
 * @param physical the name that the index has before
 * @param before what rollback gives back; absent where nothing happens before contract
 */
public record ReplicaIdentityChange(
    TableKey on,
    ReplicaIdentity wanted,
    Optional<Identifier> physical,
    Optional<ReplicaIdentity> before,
    Source source)
    implements Need {

  @Override
  public Optional<TableKey> table() {
    return Optional.of(on);
  }

  @Override
  public List<SqlStep> prove(Bases bases) {
    return before.isEmpty()
        ? List.of()
        : List.of(
            SqlStep.transaction(
                "replica-identity:" + source,
                "Send more of the rows of %s to subscribers".formatted(on),
                List.of(alter(bases, physical.map(wanted::by).orElse(wanted)))));
  }

  @Override
  public List<Statement> contract(Bases bases) {
    return List.of(alter(bases, wanted));
  }

  /** Before the index is dropped, so that subscribers never have less than they had. */
  @Override
  public List<SqlStep> beforeRollback(Bases bases) {
    return before
        .map(
            identity ->
                SqlStep.transaction(
                    "replica-identity:" + source,
                    "Send of the rows of %s what was sent before".formatted(on),
                    List.of(
                        Statement.of(
                            Sql.of("ALTER TABLE IF EXISTS %s %s", bases.table(on), identity.sql()),
                            locks(bases, identity)))))
        .stream()
        .toList();
  }

  private Statement alter(Bases bases, ReplicaIdentity identity) {
    return Statement.of(
            Sql.of("ALTER TABLE %s %s", bases.table(on), identity.sql()), locks(bases, identity))
        .from(source);
  }

  private Lock[] locks(Bases bases, ReplicaIdentity identity) {
    List<Lock> locks = new ArrayList<>();
    locks.add(new Lock(bases.table(on), LockLevel.ACCESS_EXCLUSIVE));
    identity.index().ifPresent(i -> locks.add(new Lock(bases.in(i), LockLevel.SHARE)));
    return locks.toArray(Lock[]::new);
  }
}
