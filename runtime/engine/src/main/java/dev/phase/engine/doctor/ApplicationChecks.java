package dev.phase.engine.doctor;

import dev.phase.sql.Identifier;
import java.util.ArrayList;
import java.util.List;

/** What an application's role may do through its version. */
final class ApplicationChecks {

  private final Look look;
  private final Identifier role;

  ApplicationChecks(Look look, Identifier role) {
    this.look = look;
    this.role = role;
  }

  List<Check> all() {
    String name = "role " + role;
    if (!look.holds("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)", role.value())) {
      return List.of(Check.problem(name, "There is no such role.", "Correct its name."));
    }
    List<Check> checks = new ArrayList<>();
    List<String> closed =
        look.list(
            """
            SELECT format('GRANT USAGE ON SCHEMA %I TO %I;', n.nspname, r.rolname)
            FROM pg_roles r CROSS JOIN pg_namespace n
            WHERE r.rolname = ? AND NOT has_schema_privilege(r.oid, n.oid, 'USAGE')
              AND (n.nspname IN ('phase', ?)
                   OR n.nspname IN (SELECT schema_name FROM phase.version WHERE base_schema = ?))
            ORDER BY 1""",
            role.value(),
            look.base().value(),
            look.base().value());
    checks.add(
        closed.isEmpty()
            ? Check.ok(name, "It may use the base schema, every version's schema and phase.")
            : Check.problem(
                name, "It cannot use every schema that it needs.", String.join("\n", closed)));
    checks.add(views(name));
    return checks;
  }

  /** Before PostgreSQL 15 a view has privileges of its own, copied when its door was made. */
  private Check views(String name) {
    List<String> lacking =
        look.list(
            """
            SELECT format('GRANT %s ON %I.%I TO %I;', p.privilege, n.nspname, v.relname, r.rolname)
            FROM pg_roles r
              CROSS JOIN (VALUES ('SELECT'), ('INSERT'), ('UPDATE'), ('DELETE')) p (privilege)
              JOIN phase.version pv ON pv.base_schema = ? AND pv.state = 'LIVE'
              JOIN pg_namespace n ON n.nspname = pv.schema_name
              JOIN pg_class v ON v.relnamespace = n.oid AND v.relkind = 'v'
              JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.classid = 'pg_rewrite'::regclass
              JOIN pg_rewrite w ON w.oid = d.objid AND w.ev_class = v.oid
              JOIN pg_class b ON b.oid = d.refobjid AND b.relkind IN ('r', 'p')
                AND b.relnamespace = to_regnamespace(quote_ident(?))
            WHERE r.rolname = ? AND has_table_privilege(r.oid, b.oid, p.privilege)
              AND NOT has_table_privilege(r.oid, v.oid, p.privilege)
            GROUP BY 1 ORDER BY 1""",
            look.base().value(),
            look.base().value(),
            role.value());
    return lacking.isEmpty()
        ? Check.ok(name, "It may do with views what it may do with their tables.")
        : Check.problem(
            name,
            "Tables have been granted to it since their views were made.",
            String.join("\n", lacking));
  }
}
