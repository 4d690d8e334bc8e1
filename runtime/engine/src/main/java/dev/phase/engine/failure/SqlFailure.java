package dev.phase.engine.failure;

import dev.phase.backfill.BackfillException;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.planning.Move;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What a failed statement means for the user. */
public final class SqlFailure {

  private static final Set<String> LOCKS = Set.of("55P03", "40P01", "40001");

  private SqlFailure() {}

  /** Whether the same statement may succeed a moment later. */
  public static boolean isPassing(SQLException e) {
    return e.getSQLState() != null && LOCKS.contains(e.getSQLState());
  }

  /** Whether the connection is lost rather than the statement wrong. */
  public static boolean isConnection(SQLException e) {
    String state = e.getSQLState();
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }

  /** What made Jdbi fail; where that was not the database, its exception goes on as it is. */
  public static SQLException cause(JdbiException e) {
    if (e.getCause() instanceof SQLException cause) {
      return cause;
    }
    throw e;
  }

  /** PostgreSQL's message without its second and later lines, and without a full stop. */
  public static String firstLine(SQLException e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }

  /** The message with PostgreSQL's detail, which often names the row. */
  private static String what(SQLException e) {
    return detail(e)
        .map(detail -> "%s (%s)".formatted(firstLine(e), detail))
        .orElseGet(() -> firstLine(e));
  }

  private static Optional<String> detail(SQLException e) {
    return Optional.of(e)
        .filter(PSQLException.class::isInstance)
        .map(failure -> ((PSQLException) failure).getServerErrorMessage())
        .map(ServerErrorMessage::getDetail)
        .map(detail -> detail.lines().findFirst().orElse("").replaceFirst("\\.$", ""));
  }

  private static String remedy(Move move) {
    return move == Move.EXPAND || move == Move.PUBLISH
        ? "run `phase advance` again, or take the version back with `phase rollback`"
        : "run `phase %s` again; it goes on where it stopped"
            .formatted(move.name().toLowerCase(Locale.ROOT));
  }

  /** The failure of a step, with the place in the change file where the user wrote the statement. */
  public static PhaseException of(
      Move move, SqlStep step, Statement statement, SQLException e) {
    if (isConnection(e)) {
      return connectionLost(e);
    }
    String place = statement.source().map(s -> " (%s)".formatted(s)).orElse("");
    return new PhaseException(
        ExitCode.SQL_FAILED,
        "Step \"%s\"%s failed with SQLSTATE %s: %s. Mend the cause and %s."
            .formatted(step.purpose(), place, e.getSQLState(), what(e), remedy(move)),
        e);
  }

  /** The failure of anything else. */
  public static PhaseException of(SQLException e) {
    if (isConnection(e)) {
      return connectionLost(e);
    }
    return new PhaseException(
        ExitCode.SQL_FAILED,
        "A statement failed with SQLSTATE %s: %s. Run `phase status` to see where things stand."
            .formatted(e.getSQLState(), what(e)),
        e);
  }

  /** What a backfill could not do. */
  public static PhaseException of(BackfillException e) {
    ExitCode code =
        switch (e.kind()) {
          case LOCKED -> ExitCode.LOCKED;
          case CONNECTION -> ExitCode.UNREACHABLE;
          case SQL, MISMATCH -> ExitCode.SQL_FAILED;
          case UNOBSERVABLE -> ExitCode.GATE;
        };
    return new PhaseException(code, e.getMessage(), e);
  }

  private static PhaseException connectionLost(SQLException e) {
    return new PhaseException(
        ExitCode.UNREACHABLE,
        "The connection to the database was lost: %s. Run the same command again; it goes on where it stopped."
            .formatted(firstLine(e)),
        e);
  }
}
