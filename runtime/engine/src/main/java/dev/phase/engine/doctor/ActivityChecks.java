package dev.phase.engine.doctor;

import dev.phase.engine.activity.Obstacle;
import dev.phase.engine.activity.Obstacles;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Collectors;

/** What is going on that the next advance would wait for. */
final class ActivityChecks {

  private final List<Obstacle> obstacles;

  ActivityChecks(Connection connection) {
    this.obstacles = new Obstacles(connection).find();
  }

  List<Check> all() {
    return List.of(
        check(
            Obstacle.Kind.SESSION,
            "long transactions",
            "None is older than a minute.",
            "Index builds wait for them, so may every lock, and they keep old rows.",
            "Let them end, or end them with pg_terminate_backend."),
        check(
            Obstacle.Kind.PREPARED_TRANSACTION,
            "prepared transactions",
            "None is waiting for its end.",
            "They keep all their locks.",
            "End them with COMMIT PREPARED or ROLLBACK PREPARED."),
        check(
            Obstacle.Kind.REPLICATION_SLOT,
            "old snapshots",
            "No replication slot keeps the old rows of more than a million transactions.",
            "They keep old rows, so tables grow while they are converted.",
            "Let its subscriber catch up, or drop the slot."));
  }

  private Check check(
      Obstacle.Kind kind, String name, String good, String bad, String remedy) {
    String found =
        obstacles.stream()
            .filter(obstacle -> obstacle.kind() == kind)
            .map(Obstacle::describe)
            .collect(Collectors.joining(" "));
    return found.isEmpty() ? Check.ok(name, good) : Check.warning(name, bad + " " + found, remedy);
  }
}
