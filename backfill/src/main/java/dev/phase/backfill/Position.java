package dev.phase.backfill;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A place in the order of a table's rows, as text: the values of its key, or a page number. */
record Position(List<String> values) {

  Position {
    values = List.copyOf(values);
  }

  static Optional<Position> read(ResultSet row, String column) throws SQLException {
    Array values = row.getArray(column);
    return values == null
        ? Optional.empty()
        : Optional.of(new Position(Arrays.asList((String[]) values.getArray())));
  }

  /** As a value to bind; none is empty, since the driver prepares a statement anew for NULL. */
  static String[] array(Optional<Position> position) {
    return position.map(p -> p.values().toArray(String[]::new)).orElse(new String[0]);
  }
}
