package dev.phase.engine.catalog;

import dev.phase.schema.Generation;
import dev.phase.schema.IdentityKind;
import dev.phase.schema.Sequence;
import dev.phase.schema.SequenceOptions;
import dev.phase.sql.Identifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads sequences, and what columns have to do with them. */
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

  /** What a column counts with. */
  static Generation generation(ResultSet row) throws SQLException {
    return new Generation(
        Optional.ofNullable(row.getString("identity")).map(IdentityKind::valueOf),
        Optional.ofNullable(row.getString("sequence")).map(Identifier::of),
        row.getBoolean("is_serial"),
        row.getBoolean("is_virtual"));
  }
}
