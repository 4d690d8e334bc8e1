package dev.phase.schema;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import java.util.Optional;

/**
 * What of an old row logical replication sends along with an UPDATE or DELETE.
 *
 * @param index present where it is the columns of this index
 */
public record ReplicaIdentity(Kind kind, Optional<Identifier> index) {

  /** Which columns. */
  public enum Kind {
    NOTHING,
    /** Those of the primary key, if there is one. */
    DEFAULT,
    INDEX,
    FULL
  }

  public static final ReplicaIdentity OF_NEW_TABLES =
      new ReplicaIdentity(Kind.DEFAULT, Optional.empty());

  public ReplicaIdentity {
    requireNonNull(kind, "kind is null");
    if (index.isPresent() != (kind == Kind.INDEX)) {
      throw new IllegalArgumentException("An index belongs to the kind INDEX, and to no other.");
    }
  }

  /** The same, by another name of the index. */
  public ReplicaIdentity by(Identifier otherName) {
    return index.isPresent() ? new ReplicaIdentity(kind, Optional.of(otherName)) : this;
  }

  /** What stands after {@code ALTER TABLE name}. */
  public Sql sql() {
    return index
        .map(i -> Sql.of("REPLICA IDENTITY USING INDEX %s", i))
        .orElseGet(() -> new Sql("REPLICA IDENTITY " + kind.name()));
  }

  /** Whether it sends all that the other one does and more, for this table. */
  public boolean exceeds(ReplicaIdentity other, Table table) {
    return rank(table) > other.rank(table);
  }

  private int rank(Table table) {
    return switch (kind) {
      case NOTHING -> 0;
      case DEFAULT -> table.primaryKey().isEmpty() ? 0 : 1;
      case INDEX -> 1;
      case FULL -> 2;
    };
  }
}
