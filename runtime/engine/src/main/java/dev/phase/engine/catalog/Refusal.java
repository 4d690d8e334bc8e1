package dev.phase.engine.catalog;

import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.engine.failure.SqlFailure;
import dev.phase.schema.SchemaException;
import dev.phase.sql.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** PostgreSQL's words about a statement that it refuses, as one sentence. */
final class Refusal {

  /** Connection, rollback, resources, limits, waiting, intervention, system, internal. */
  private static final Set<String> NOT_THE_STATEMENTS_FAULT =
      Set.of("08", "40", "53", "55", "57", "58", "XX");

  /** How 14 says that the server does not have an extension. */
  private static final String NO_SUCH_FILE = "58P01";

  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final Pattern WORD = Pattern.compile("\"(?:[^\"]|\"\")*\"|[^\\s(),;]+|.");
  private static final int LONGEST_WORD = 60;

  private Refusal() {}

  static RuntimeException of(SQLException cause, Sql statement, String remedy) {
    String state = cause.getSQLState() == null ? "08000" : cause.getSQLState();
    if (NOT_THE_STATEMENTS_FAULT.contains(state.substring(0, 2)) && !state.equals(NO_SUCH_FILE)) {
      return failure(cause);
    }
    String problem =
        "PostgreSQL refuses it%s: %s.".formatted(place(cause, statement), sentence(cause));
    SchemaException refusal = new SchemaException(problem, remedy);
    refusal.initCause(cause);
    return refusal;
  }

  /** What it means where it is not about the statement. */
  static PhaseException failure(SQLException cause) {
    return LOCK_NOT_AVAILABLE.equals(cause.getSQLState())
        ? new PhaseException(
            ExitCode.LOCKED,
            "The catalog is locked by another session. Wait until it is done, then try again.",
            cause)
        : SqlFailure.of(cause);
  }

  /** Message, detail and hint, without a full stop. */
  private static String sentence(SQLException cause) {
    ServerErrorMessage message = message(cause);
    if (message == null) {
      return inOneSentence(String.valueOf(cause.getMessage()));
    }
    List<String> asides = new ArrayList<>();
    if (message.getDetail() != null) {
      asides.add(inOneSentence(message.getDetail()));
    }
    if (message.getHint() != null) {
      asides.add(inOneSentence(message.getHint()));
    }
    String words = inOneSentence(message.getMessage());
    return asides.isEmpty() ? words : "%s (%s)".formatted(words, String.join("; ", asides));
  }

  private static String inOneSentence(String text) {
    return text.strip().replaceAll("[.!]+$", "").replaceAll("[.!]?\\s*\\n\\s*|[.!]\\s+", "; ");
  }

  /** The word that PostgreSQL points at. */
  private static String place(SQLException cause, Sql statement) {
    ServerErrorMessage message = message(cause);
    if (message == null || message.getPosition() <= 0) {
      return "";
    }
    String text = statement.sql();
    int position = message.getPosition() - 1;
    if (position >= text.codePointCount(0, text.length())) {
      return " at the end";
    }
    Matcher word = WORD.matcher(text);
    return word.find(text.offsetByCodePoints(0, position)) && word.group().length() <= LONGEST_WORD
        ? " at `%s`".formatted(word.group())
        : "";
  }

  private static ServerErrorMessage message(SQLException cause) {
    return cause instanceof PSQLException e ? e.getServerErrorMessage() : null;
  }
}
