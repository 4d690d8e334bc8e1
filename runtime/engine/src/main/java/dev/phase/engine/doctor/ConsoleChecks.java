package dev.phase.engine.doctor;

import dev.phase.sql.Identifier;
import java.util.List;

/** What a role that only looks may see. */
final class ConsoleChecks {

  private final Look look;
  private final Identifier role;

  ConsoleChecks(Look look, Identifier role) {
    this.look = look;
    this.role = role;
  }

  List<Check> all() {
    String name = "role " + role;
    if (!look.holds("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)", role.value())) {
      return List.of(Check.problem(name, "There is no such role.", "Correct its name."));
    }
    List<String> lacking =
        look.list(
            """
            SELECT format('GRANT USAGE ON SCHEMA %I TO %I;', n.nspname, r.rolname)
            FROM pg_roles r CROSS JOIN pg_namespace n
            WHERE r.rolname = ? AND n.nspname IN ('phase', ?)
              AND NOT has_schema_privilege(r.oid, n.oid, 'USAGE')
            UNION ALL
            SELECT format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO %I;', n.nspname, r.rolname)
            FROM pg_roles r CROSS JOIN pg_namespace n
            WHERE r.rolname = ? AND n.nspname IN ('phase', ?)
              AND EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = n.oid
                            AND c.relkind IN ('r', 'p')
                            AND NOT has_table_privilege(r.oid, c.oid, 'SELECT'))
            UNION ALL
            SELECT format('GRANT pg_read_all_stats TO %I;', r.rolname) FROM pg_roles r
            WHERE r.rolname = ? AND NOT pg_has_role(r.oid, 'pg_read_all_stats', 'USAGE')""",
            role.value(),
            look.base().value(),
            role.value(),
            look.base().value(),
            role.value());
    return List.of(
        lacking.isEmpty()
            ? Check.ok(name, "It may look at everything that `phase` shows.")
            : Check.problem(
                name,
                "It cannot look at everything that `phase` shows.",
                String.join("\n", lacking)));
  }
}
