package dev.phase.jpa.entity;

import java.util.List;

/**
 * All that entities want of the database.
 *
 * @param cached the classes that Hibernate keeps in its second-level cache
 */
record Mapping(List<MappedTable> tables, List<MappedSequence> sequences, List<String> cached) {

  Mapping {
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
    cached = List.copyOf(cached);
  }
}
