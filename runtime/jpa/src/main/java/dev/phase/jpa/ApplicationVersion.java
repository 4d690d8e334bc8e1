package dev.phase.jpa;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Identifier;
import dev.phase.window.ClientTag;
import dev.phase.window.VersionSchema;
import java.util.List;
import java.util.Properties;
import java.util.SortedSet;
import java.util.StringJoiner;

/**
 * The version of the schema that an application was built for.
 *
 * @param name the id of its last change, or {@link #BASELINE}
 * @param baseSchema where the base tables are
 */
public record ApplicationVersion(String name, Identifier baseSchema) {

  /** The version that was there before the first change. */
  public static final String BASELINE = "baseline";

  /** Where change files lie on the class path unless said otherwise. */
  public static final String DEFAULT_LOCATION = "db/changes";

  public ApplicationVersion {
    requireNonNull(name, "name is null");
    requireNonNull(baseSchema, "baseSchema is null");
    if (Identifier.isTooLong(baseSchema + "_" + name)) {
      throw new VersionException(
          "The schema of version %s would have a name that PostgreSQL cuts. Correct the version."
              .formatted(name));
    }
  }

  /**
   * The version that the change files on the class path lead to; only their names are read.
   *
   * @param location the directory on the class path, such as {@link #DEFAULT_LOCATION}
   * @throws VersionException where there are none, since the application must not guess
   */
  public static ApplicationVersion ofClassPath(
      ClassLoader loader, String location, Identifier baseSchema) {
    SortedSet<String> ids = ChangeResources.ids(loader, location);
    if (ids.isEmpty()) {
      throw new VersionException(
          "There are no change files in %s on the class path, so nobody knows which version this application was built for. Package them, or set phase.version."
              .formatted(location));
    }
    return new ApplicationVersion(ids.last(), baseSchema);
  }

  /** Whether it is the one that has no schema of its own. */
  public boolean isBaseline() {
    return name.equals(BASELINE);
  }

  /** The schema with the version's views; the base schema for the baseline. */
  public Identifier schema() {
    return isBaseline() ? baseSchema : VersionSchema.name(baseSchema, name);
  }

  /** The schemas in which names are looked up, in this order. */
  public List<Identifier> searchPath() {
    return isBaseline() ? List.of(baseSchema) : List.of(schema(), baseSchema);
  }

  /**
   * What connections must be opened with, for PostgreSQL's JDBC driver: start-up parameters, which
   * outlive whatever a pool does to reset a connection.
   *
   * @param application added to the name by which sessions are known in the server; may be empty
   */
  public Properties connectionProperties(String application) {
    Properties properties = new Properties();
    properties.setProperty("currentSchema", currentSchema());
    properties.setProperty("ApplicationName", ClientTag.of(name, application));
    return properties;
  }

  private String currentSchema() {
    StringJoiner joined = new StringJoiner(",");
    for (Identifier schema : searchPath()) {
      joined.add(schema.sql());
    }
    return joined.toString();
  }

  @Override
  public String toString() {
    return name;
  }
}
