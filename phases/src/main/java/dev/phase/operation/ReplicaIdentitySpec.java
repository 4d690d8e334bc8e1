package dev.phase.operation;

import dev.phase.schema.ReplicaIdentity;
import dev.phase.schema.ReplicaIdentity.Kind;
import dev.phase.sql.Identifier;
import java.util.Locale;
import java.util.Optional;

/** A replica identity as written: a word, or an index. */
public record ReplicaIdentitySpec(Optional<Word> kind, Optional<Identifier> index) {

  /** The kinds without an index. */
  public enum Word {
    DEFAULT,
    FULL,
    NOTHING
  }

  public ReplicaIdentitySpec {
    if (kind.isPresent() == index.isPresent()) {
      throw new IllegalArgumentException(
          "A replica identity is one of default, full and nothing, or `{ index: … }`.");
    }
  }

  /** The kind that the word stands for. */
  public static ReplicaIdentitySpec of(String word) {
    for (Word kind : Word.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
        return new ReplicaIdentitySpec(Optional.of(kind), Optional.empty());
      }
    }
    throw new IllegalArgumentException(
        "A replica identity is one of default, full and nothing, or `{ index: … }`, but not `%s`."
            .formatted(word));
  }

  ReplicaIdentity identity() {
    return new ReplicaIdentity(
        kind.map(word -> Kind.valueOf(word.name())).orElse(Kind.INDEX), index);
  }
}
