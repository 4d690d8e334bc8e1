package dev.phase.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The connections that a test opened and must close. */
final class OpenConnections {
  private static final StackWalker STACK =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private record Opened(Connection connection, String place) {}

  private final Queue<Opened> all = new ConcurrentLinkedQueue<>();

  Connection add(Connection connection) {
    all.add(new Opened(connection, caller()));
    return connection;
  }

  /** Closes what is still open and returns a message about it, if any. */
  Optional<String> close() throws SQLException {
    StringBuilder places = new StringBuilder();
    for (Opened opened : all) {
      if (!opened.connection.isClosed()) {
        places.append("\n  ").append(opened.place);
        opened.connection.close();
      }
    }
    all.clear();
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of("The test left connections open. Close those that were opened at:" + places);
  }

  private static String caller() {
    return STACK.walk(
        frames ->
            frames
                .filter(frame -> frame.getDeclaringClass() != OpenConnections.class)
                .filter(frame -> frame.getDeclaringClass() != Database.class)
                .findFirst()
                .map(Object::toString)
                .orElse("an unknown place"));
  }
}
