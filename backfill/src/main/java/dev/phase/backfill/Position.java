package dev.phase.backfill;

import java.util.List;

/** A place in the order of a table's rows, as text: the values of its key, or a page number. */
record Position(List<String> values) {

  Position {
    values = List.copyOf(values);
  }
}
