package dev.phase.engine.doctor;

import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlLiteral;
import dev.phase.sql.SqlResource;
import java.util.List;

/**
 * The roles of a project in which nobody may do more than it must.
 *
 * @param owner of the tables; never logs in
 * @param migrator runs what moves versions
 * @param backfill runs workers
 * @param application reads and writes its own data
 * @param console looks
 */
public record Roles(
    Identifier owner,
    Identifier migrator,
    Identifier backfill,
    Identifier application,
    Identifier console) {

  /** Roles that are called after what they do. */
  public static Roles called(String prefix) {
    return new Roles(
        Identifier.of(prefix + "_owner"),
        Identifier.of(prefix + "_migrator"),
        Identifier.of(prefix + "_backfill"),
        Identifier.of(prefix + "_app"),
        Identifier.of(prefix + "_console"));
  }

  /** A script that makes these roles and gives them what they need, and no more. */
  public Sql script(Identifier database, Identifier base) {
    return SqlResource.read(
        Roles.class,
        "roles.sql",
        database,
        base,
        owner,
        migrator,
        backfill,
        application,
        console,
        new SqlLiteral(base.value()),
        new SqlLiteral(owner.value()),
        Sql.list(
            List.of(owner, migrator, backfill, application, console).stream()
                .map(role -> new SqlLiteral(role.value()))
                .toList()));
  }
}
