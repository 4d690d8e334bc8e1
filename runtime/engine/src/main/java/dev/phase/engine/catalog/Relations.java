package dev.phase.engine.catalog;

import dev.phase.sql.Identifier;
import java.sql.Connection;
import java.util.List;

/** The names of what a base schema holds. */
public final class Relations {

  /** What a name stands for. */
  public enum Kind {
    TABLE,
    VIEW,
    SEQUENCE,
    ENUM
  }

  private final List<Named> all;

  private Relations(List<Named> all) {
    this.all = all;
  }

  private record Named(Kind kind, Identifier name) {}

  /** Reads them through a connection that is in autocommit. */
  public static Relations read(Connection connection, Identifier schema) {
    Session session = new Session(connection);
    return new Relations(
        session.apart(
            () ->
                session.query(
                    "relations",
                    row ->
                        new Named(
                            Kind.valueOf(row.getString("kind")),
                            Identifier.of(row.getString("name"))),
                    schema.value(),
                    schema.value())));
  }

  public List<Identifier> of(Kind kind) {
    return all.stream().filter(named -> named.kind() == kind).map(Named::name).toList();
  }
}
