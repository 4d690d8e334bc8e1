package dev.phase.jpa.entity;

import dev.phase.sql.Identifier;
import java.util.Optional;

/**
 * A sequence that entities take their ids from.
 *
 * @param entity the class that uses it, as far as that can be told; else empty
 * @param field the class's field for ids; likewise
 * @param schema where the mapping names one
 * @param increment how many ids a value of the sequence stands for
 */
record MappedSequence(
    String entity, String field, Optional<String> schema, Identifier name, long increment) {}
