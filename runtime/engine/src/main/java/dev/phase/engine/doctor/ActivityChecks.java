package dev.phase.engine.doctor;

import java.util.ArrayList;
import java.util.List;

/** What is going on that the next advance would wait for. */
final class ActivityChecks {

  private final Look look;

  ActivityChecks(Look look) {
    this.look = look;
  }

  List<Check> all() {
    List<Check> checks = new ArrayList<>();
    checks.add(transactions());
    checks.add(horizon());
    return checks;
  }

  /** Of other roles' sessions the times are hidden without pg_read_all_stats; then none is found. */
  private Check transactions() {
    List<String> old =
        look.list(
            """
            SELECT format('pid %s of %s (%s, %s, for %s s)', pid, usename,
                          coalesce(nullif(application_name, ''), 'no name'), state,
                          extract(epoch FROM now() - xact_start)::int)
            FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()
              AND xact_start < now() - interval '1 min'
            ORDER BY xact_start LIMIT 5""");
    return old.isEmpty()
        ? Check.ok("long transactions", "None is older than a minute.")
        : Check.warning(
            "long transactions",
            "Index builds wait for them, and so may every lock: %s.".formatted(String.join("; ", old)),
            "Let them end, or end them with pg_terminate_backend.");
  }

  /** Stripes of a backfill reuse the room of dead rows, which an old snapshot keeps. */
  private Check horizon() {
    List<String> old =
        look.list(
            """
            SELECT what FROM (
              SELECT format('pid %s of %s', pid, usename) AS what, backend_xmin AS held
              FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
              UNION ALL
              SELECT format('slot %s', slot_name), xmin FROM pg_replication_slots) holders
            WHERE age(held) > 1000000
            ORDER BY age(held) DESC LIMIT 5""");
    return old.isEmpty()
        ? Check.ok("old snapshots", "None keeps dead rows of more than a million transactions.")
        : Check.warning(
            "old snapshots",
            "They keep dead rows, so tables grow while they are converted: %s."
                .formatted(String.join("; ", old)),
            "End the session, or drop the slot.");
  }
}
