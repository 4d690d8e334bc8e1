package dev.phase.cli;

import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.sql.Identifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "new",
    description = "Write the skeleton of a change file under the next number.")
final class NewCommand implements Callable<Integer> {

  private static final int DIGITS = 4;

  private final Project project;

  @Parameters(paramLabel = "NAME", description = "what it does, such as split_name")
  private String name;

  NewCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    requireSound(name);
    List<String> ids = project.versions().changeIds();
    String number = String.format(Locale.ROOT, "%0" + DIGITS + "d", next(ids));
    String id = number + "_" + name;
    if (Identifier.isTooLong(project.versions().schema(id))) {
      throw new PhaseException(
          ExitCode.INVALID,
          "The name is too long: PostgreSQL would cut the version's schema name "
              + project.versions().schema(id)
              + ". Use a shorter one.");
    }
    Path file = project.settings().changes().resolve(id + ".yaml");
    Skeletons.write(file, Skeletons.change(name));
    project.console().print(file.toString());
    return 0;
  }

  /** One more than the largest number that a change file begins with. */
  private static long next(List<String> ids) {
    long largest = 0;
    for (String id : ids) {
      int end = 0;
      while (end < id.length() && end < 18 && id.charAt(end) >= '0' && id.charAt(end) <= '9') {
        end++;
      }
      if (end > 0) {
        largest = Math.max(largest, Long.parseLong(id.substring(0, end)));
      }
    }
    return largest + 1;
  }

  private static void requireSound(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letterOrDigit = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
      if (!letterOrDigit && (i == 0 || c != '_' && c != '-')) {
        throw refusal(name);
      }
    }
    if (name.isEmpty()) {
      throw refusal(name);
    }
  }

  private static PhaseException refusal(String name) {
    return new PhaseException(
        ExitCode.USAGE,
        "A change cannot be called \""
            + name
            + "\". Use a to z, digits, _ and - only, and begin with a letter or a digit, such as split_name.");
  }
}
