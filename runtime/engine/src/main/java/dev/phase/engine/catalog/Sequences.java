package dev.phase.engine.catalog;

import dev.phase.schema.Sequence;
import dev.phase.schema.SequenceOptions;
import dev.phase.sql.Identifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads sequences. */
final class Sequences {

  private Sequences() {}

  static Sequence read(Identifier name, ResultSet row) throws SQLException {
    return new Sequence(
        name,
        new SequenceOptions(
            Optional.of(SequenceOptions.Type.valueOf(row.getString("type"))),
            Optional.of(row.getLong("start")),
            Optional.of(row.getLong("increment")),
            Optional.of(row.getLong("min")),
            Optional.of(row.getLong("max")),
            Optional.of(row.getLong("cache")),
            Optional.of(row.getBoolean("cycle"))),
        row.getBoolean("is_identity"));
  }
}
