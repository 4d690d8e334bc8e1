package dev.phase.engine.property;

import dev.phase.sql.Identifier;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How a client reaches its version, and what its session says meanwhile.
 *
 * @param foreign a version that the session may name instead
 */
record Reach(Access access, int version, int foreign) {

  /** The ways. */
  enum Access {
    PATH,
    QUALIFIED,
    FOREIGN_PATH,
    SETTING,
    BASE
  }

  static Reach drawn(Scene scene, Drawn.Step drawn) {
    List<Integer> open =
        IntStream.rangeClosed(0, scene.newest()).filter(scene::isOpen).boxed().toList();
    Access access = Access.values()[drawn.access() % Access.values().length];
    return new Reach(
        access,
        access == Access.BASE ? 0 : open.get(drawn.version() % open.size()),
        drawn.target() % (scene.newest() + 1));
  }

  /** Whether the client names the table alone. */
  boolean isByPath(Scene scene) {
    return access == Access.PATH && scene.version(version).schema().isPresent();
  }

  /** The version that the session says it is. */
  OptionalInt hint(Scene scene) {
    if (access == Access.SETTING) {
      return OptionalInt.of(version);
    }
    boolean silent = access == Access.QUALIFIED || scene.version(onPath()).schema().isEmpty();
    return silent ? OptionalInt.empty() : OptionalInt.of(onPath());
  }

  private int onPath() {
    return access == Access.PATH ? version : foreign;
  }

  /** The statements that make the session say so. */
  List<String> settings(Scene scene) {
    String door = scene.version(onPath()).schema().map(Identifier::sql).orElse("pg_temp");
    boolean says = access == Access.SETTING;
    return List.of(
        "SET search_path = "
            + (says || access == Access.QUALIFIED ? "pg_catalog" : door + ", public"),
        "SET phase.version = " + Kind.literal(says ? scene.version(version).name() : ""));
  }
}
