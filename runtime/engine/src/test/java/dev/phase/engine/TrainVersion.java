package dev.phase.engine;

import dev.phase.testkit.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A release's version in a database.
 *
 * @param door its schema
 * @param viewed the tables that it has views of; the others it sees in the base schema
 */
record TrainVersion(TrainRelease release, String door, Set<String> viewed) implements Face {

  static TrainVersion of(TrainRelease release, Database database) throws SQLException {
    String door = release == TrainReleases.BASELINE ? "public" : "public_" + release.id();
    return new TrainVersion(
        release,
        door,
        Set.copyOf(
            database.strings(
                "SELECT viewname FROM pg_views WHERE schemaname = '%s'".formatted(door))));
  }

  @Override
  public String schema() {
    return schemaOf(table());
  }

  @Override
  public String customersSchema() {
    return schemaOf("customers");
  }

  private String schemaOf(String name) {
    return viewed.contains(name) ? door : "public";
  }

  @Override
  public String table() {
    return release.table();
  }

  @Override
  public List<String> columns() {
    return List.copyOf(release.columns().keySet());
  }

  @Override
  public String path() {
    return door + ", public";
  }

  @Override
  public List<String> values(long id, Random random) {
    return release.columns().values().stream().map(value -> value.apply(id, random)).toList();
  }

  @Override
  public String toString() {
    return release.id();
  }
}
