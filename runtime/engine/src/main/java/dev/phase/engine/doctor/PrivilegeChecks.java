package dev.phase.engine.doctor;

import java.util.ArrayList;
import java.util.List;

/** What the present database user may do, and has to. */
final class PrivilegeChecks {

  private static final int PARAMETER_PRIVILEGES_SINCE = 150_000;

  private final Look look;

  PrivilegeChecks(Look look) {
    this.look = look;
  }

  List<Check> all() {
    List<Check> checks = new ArrayList<>();
    checks.add(
        needed(
            "CREATE on the database",
            "SELECT has_database_privilege(current_database(), 'CREATE')",
            "SELECT format('GRANT CREATE ON DATABASE %I TO %I;', current_database(), current_user)"));
    checks.add(
        needed(
            "CREATE on the base schema",
            "SELECT has_schema_privilege(nspname, 'CREATE') FROM pg_namespace WHERE nspname = ?",
            "SELECT format('GRANT CREATE ON SCHEMA %I TO %I;', ?, current_user)",
            look.base().value()));
    checks.add(ownership());
    checks.add(phaseSchema());
    checks.add(rowSecurity());
    checks.add(
        wanted(
            "TEMPORARY on the database",
            "SELECT has_database_privilege(current_database(), 'TEMPORARY')",
            "Definitions are tried out in schema phase instead.",
            "SELECT format('GRANT TEMPORARY ON DATABASE %I TO %I;', current_database(), current_user)"));
    checks.add(
        wanted(
            "pg_read_all_stats",
            "SELECT pg_has_role(current_user, 'pg_read_all_stats', 'USAGE')",
            "Blockers are shown without their query, and replicas cannot be watched.",
            "SELECT format('GRANT pg_read_all_stats TO %I;', current_user)"));
    checks.add(replicationRole());
    checks.add(functions());
    return checks;
  }

  private Check needed(String name, String question, String grant, String... parameters) {
    return look.holds(question, parameters)
        ? Check.ok(name, "Granted.")
        : Check.problem(
            name, "Missing; the next advance would fail.", look.one(grant, parameters).orElse(""));
  }

  private Check wanted(String name, String question, String without, String grant) {
    return look.holds(question)
        ? Check.ok(name, "Granted.")
        : Check.warning(name, "Missing. " + without, look.one(grant).orElse(""));
  }

  private Check ownership() {
    List<String> foreign =
        look.list(
            """
            SELECT format('%s (%s)', c.oid::regclass, pg_get_userbyid(c.relowner))
            FROM pg_class c
            WHERE c.relnamespace = to_regnamespace(quote_ident(?)) AND c.relkind IN ('r', 'p')
              AND NOT pg_has_role(current_user, c.relowner, 'USAGE')
            ORDER BY 1 LIMIT 10""",
            look.base().value());
    return foreign.isEmpty()
        ? Check.ok("table owners", "All tables belong to this user, or to a role it is a member of.")
        : Check.problem(
            "table owners",
            "Changes of these tables would fail: %s.".formatted(String.join(", ", foreign)),
            "Make this user a member of their owners.");
  }

  private Check phaseSchema() {
    return look.holds(
            """
            SELECT count(*) = 0 FROM pg_namespace
            WHERE nspname = 'phase' AND NOT pg_has_role(current_user, nspowner, 'USAGE')""")
        ? Check.ok("schema phase", "It belongs to this user, or to a role it is a member of.")
        : Check.problem(
            "schema phase",
            "It belongs to another role, which ran `phase init`.",
            "Run Phase as that role, or as a member of it.");
  }

  private Check rowSecurity() {
    List<String> hidden =
        look.list(
            """
            SELECT c.oid::regclass FROM pg_class c JOIN pg_roles r ON r.rolname = current_user
            WHERE c.relnamespace = to_regnamespace(quote_ident(?)) AND c.relkind IN ('r', 'p')
              AND c.relrowsecurity AND NOT r.rolsuper AND NOT r.rolbypassrls
              AND (c.relforcerowsecurity OR NOT pg_has_role(current_user, c.relowner, 'USAGE'))
            ORDER BY 1""",
            look.base().value());
    return hidden.isEmpty()
        ? Check.ok("row-level security", "No table hides rows from this user.")
        : Check.warning(
            "row-level security",
            "A backfill would fail where policies hide rows from this user: %s."
                .formatted(String.join(", ", hidden)),
            "Give the user BYPASSRLS, or remove FORCE from the tables.");
  }

  private Check replicationRole() {
    String name = "SET session_replication_role";
    if (look.serverVersion() < PARAMETER_PRIVILEGES_SINCE) {
      return look.holds("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
          ? Check.ok(name, "This user is a superuser.")
          : Check.warning(
              name,
              "Only superusers may, before PostgreSQL 15: a backfill fires your UPDATE triggers.",
              "");
    }
    return wanted(
        name,
        "SELECT has_parameter_privilege('session_replication_role', 'SET')",
        "A backfill fires your UPDATE triggers for each row.",
        "SELECT format('GRANT SET ON PARAMETER session_replication_role TO %I;', current_user)");
  }

  /** Applications call the functions that fill columns. */
  private Check functions() {
    boolean revoked =
        look.holds(
            """
            SELECT EXISTS (
              SELECT FROM pg_default_acl d JOIN pg_roles r ON r.oid = d.defaclrole
              WHERE d.defaclobjtype = 'f' AND r.rolname = current_user
                AND NOT EXISTS (SELECT FROM aclexplode(d.defaclacl) a
                                WHERE a.grantee = 0 AND a.privilege_type = 'EXECUTE'))""");
    return revoked
        ? Check.problem(
            "EXECUTE for PUBLIC",
            "Default privileges take it from new functions, so applications could not write to converted tables.",
            "ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC;")
        : Check.ok("EXECUTE for PUBLIC", "New functions have it.");
  }
}
