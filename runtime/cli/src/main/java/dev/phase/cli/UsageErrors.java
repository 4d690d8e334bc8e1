package dev.phase.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what to do, in two sentences. */
final class UsageErrors {

  private UsageErrors() {}

  static String describe(ParameterException failure) {
    CommandLine command = failure.getCommandLine();
    if (failure instanceof UnmatchedArgumentException unmatched) {
      return unmatched(command, unmatched);
    }
    String name = command.getCommandSpec().qualifiedName();
    if (failure instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return "`" + name + "` needs " + names(missing.getMissing()) + ". " + help(command);
    }
    String message = failure.getMessage().strip();
    if (failure.getArgSpec() == null && message.endsWith(".")) {
      return message;
    }
    return message.replace("<", "").replace(">", "") + (message.endsWith(".") ? " " : ". ")
        + help(command);
  }

  private static String unmatched(CommandLine command, UnmatchedArgumentException failure) {
    String word = failure.getUnmatched().get(0);
    String name = command.getCommandSpec().qualifiedName();
    boolean isVerb = !failure.isUnknownOption() && !command.getSubcommands().isEmpty();
    String what;
    if (failure.isUnknownOption()) {
      what = "`" + name + "` has no option " + word + ".";
    } else if (isVerb) {
      what = "There is no command `" + name + " " + word + "`.";
    } else {
      what = "`" + name + "` does not take " + word + ".";
    }
    List<String> suggestions = failure.getSuggestions();
    if (suggestions.isEmpty()) {
      return what + " " + help(command);
    }
    String guess = suggestions.get(0);
    return what + " Did you mean `" + (isVerb ? name + " " : "") + guess + "`?";
  }

  private static String names(List<ArgSpec> arguments) {
    StringBuilder names = new StringBuilder();
    for (ArgSpec argument : arguments) {
      names.append(names.isEmpty() ? "" : " and ");
      names.append(
          argument instanceof OptionSpec option
              ? option.longestName() + " " + option.paramLabel()
              : argument.paramLabel());
    }
    return names.toString();
  }

  private static String help(CommandLine command) {
    return "Run `" + command.getCommandSpec().qualifiedName() + " --help` to see what it takes.";
  }
}
