package dev.phase.operation;

import static java.util.Objects.requireNonNull;

import dev.phase.need.Decision;
import dev.phase.plan.Source;
import dev.phase.schema.Schema;
import dev.phase.schema.TableKey;
import dev.phase.sql.GeneratedName;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;

/**
 * Where an operation stands.
 *
 * @param position in the order of all operations ever applied to the base schema; makes generated
 *     names unique
 * @param source the operation's place in its change file
 * @param afterSql whether user SQL runs before it that may create what it refers to, so that the
 *     database cannot judge it yet
 */
public record Site(long position, Source source, boolean afterSql) {

  /** The schema that holds Phase's own tables and functions. */
  public static final Identifier PHASE = Identifier.of("phase");

  public Site {
    requireNonNull(source, "source is null");
  }

  /** A name of Phase's making for something that will be called {@code name} after contract. */
  Identifier shadow(Identifier name) {
    return GeneratedName.of("phase", Long.toString(position), name.value());
  }

  /** The same, where the operation makes one for each of several columns. */
  Identifier shadow(Identifier column, Identifier name) {
    return GeneratedName.of("phase", Long.toString(position), column.value(), name.value());
  }

  /** Whether this operation has made up the name. */
  boolean isShadow(Identifier name) {
    return name.value().startsWith("phase_%d_".formatted(position));
  }

  /** The wanted name where it is free in the base schema, else one of Phase's making. */
  Identifier freeRelation(Schema schema, Identifier wanted) {
    return schema.catalog().isTaken(wanted) || schema.isHeldInFlight(wanted)
        ? shadow(wanted)
        : wanted;
  }

  /** The name of the function that fills a column. */
  QualifiedName function(Schema schema, Identifier column, String direction) {
    return new QualifiedName(
        PHASE,
        GeneratedName.of(
            schema.name().value(), Long.toString(position), column.value(), direction));
  }

  /** The same, where the operation fills columns of several tables. */
  QualifiedName function(Schema schema, TableKey table, Identifier column, String direction) {
    return new QualifiedName(
        PHASE,
        GeneratedName.of(
            schema.name().value(),
            Long.toString(position),
            table.value(),
            column.value(),
            direction));
  }

  /** The same site, with the operation's column as the place. */
  Site atColumn() {
    return new Site(position, at("column"), afterSql);
  }

  /** The place of one of the operation's fields. */
  Source at(String field) {
    return source.child(field);
  }

  /** Which way the operation takes, and why. */
  Decision decision(String text, Object... names) {
    return new Decision(source, text.formatted(names));
  }
}
