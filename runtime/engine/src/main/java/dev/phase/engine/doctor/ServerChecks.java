package dev.phase.engine.doctor;

import java.util.ArrayList;
import java.util.List;

/** The server itself. */
final class ServerChecks {

  private static final int OLDEST = 14;
  private static final int NEWEST = 18;
  private static final int FIRST_SOUND_14 = 140_004;

  private final Look look;

  ServerChecks(Look look) {
    this.look = look;
  }

  List<Check> all() {
    List<Check> checks = new ArrayList<>();
    checks.add(version());
    checks.add(invalidIndexes());
    return checks;
  }

  /** PostgreSQL 14.4's release notes: concurrent index builds before it could miss rows. */
  private Check version() {
    int version = look.serverVersion();
    String name = "server";
    String detail = "PostgreSQL %d.%d.".formatted(version / 10_000, version % 10_000);
    if (version / 10_000 < OLDEST) {
      return Check.problem(name, detail + " It is too old.", "Upgrade to 14 or newer.");
    }
    if (version < FIRST_SOUND_14) {
      return Check.problem(
          name,
          detail + " CREATE INDEX CONCURRENTLY can miss rows there.",
          "Upgrade to 14.4 or newer.");
    }
    return version / 10_000 > NEWEST
        ? Check.warning(
            name, detail + " Phase was tested up to 18.", "Try it out before production.")
        : Check.ok(name, detail);
  }

  private Check invalidIndexes() {
    List<String> invalid =
        look.list(
            """
            SELECT c.oid::regclass FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE NOT i.indisvalid AND c.relkind = 'i' AND c.relnamespace = to_regnamespace(quote_ident(?))
            ORDER BY 1""",
            look.base().value());
    return invalid.isEmpty()
        ? Check.ok("indexes", "No index is invalid.")
        : Check.warning(
            "indexes",
            "Builds that were cut off have left invalid indexes: %s."
                .formatted(String.join(", ", invalid)),
            "Drop them, unless a running command is building them.");
  }
}
