package dev.phase.cli;

import dev.phase.change.InvalidChanges;
import dev.phase.config.InvalidSettings;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.planning.ChangesRejected;
import dev.phase.planning.IllegalMove;
import dev.phase.problem.Problem;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine;

/** Turns every failure into a message of two sentences and an exit code. */
final class ErrorReporter implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private final Project project;

  ErrorReporter(Project project) {
    this.project = project;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    say(UsageErrors.describe(failure));
    return ExitCode.USAGE.code();
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine verb, ParseResult parsed) {
    return failure instanceof ParameterException usage
        ? handleParseException(usage, new String[0])
        : report(failure);
  }

  /** Prints what happened and returns the exit code for it. */
  int report(Throwable failure) {
    ExitCode code = describe(failure);
    if (project.options().isVerbose()) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      project.console().say(trace.toString());
    }
    return code.code();
  }

  private ExitCode describe(Throwable failure) {
    if (failure instanceof PhaseException known) {
      say(known.getMessage());
      return known.exitCode();
    }
    if (failure instanceof InvalidChanges invalid) {
      ExitCode code = say(invalid.problems());
      return invalid.onlyDuplicates() ? ExitCode.DRIFT : code;
    }
    if (failure instanceof InvalidSettings invalid) {
      return say(invalid.problems());
    }
    if (failure instanceof ChangesRejected rejected) {
      return say(project.locate(rejected));
    }
    if (failure instanceof IllegalMove illegal) {
      say(illegal.getMessage());
      return ExitCode.GATE;
    }
    SQLException sql = sqlCause(failure);
    if (sql != null) {
      say(
          "A statement failed (" + sql.getSQLState() + "): " + withStop(sql.getMessage())
              + " Run again with --verbose to see which, or look into the server's log.");
      return ExitCode.SQL_FAILED;
    }
    say(
        "Phase has met a defect of its own: " + withStop(failure.toString())
            + " Run again with --verbose, and report what it prints.");
    return ExitCode.INTERNAL;
  }

  private ExitCode say(List<Problem> problems) {
    for (Problem problem : problems) {
      say(problem.toString());
    }
    return ExitCode.INVALID;
  }

  private void say(String message) {
    project.console().say(project.console().red(message));
  }

  private static String withStop(String sentence) {
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }

  private static SQLException sqlCause(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }
}
