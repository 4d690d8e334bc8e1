package dev.phase.operation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.phase.sql.Identifier;

/** The column that several ones become. */
public record MergedColumn(Identifier name, @JsonUnwrapped DerivedColumn column) {}
