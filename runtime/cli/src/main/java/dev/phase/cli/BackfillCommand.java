package dev.phase.cli;

import dev.phase.engine.Backfills.Wish;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "backfill",
    description = "Show the backfills, and say what they are to do, from any machine.")
final class BackfillCommand implements Runnable {

  @Spec private CommandSpec spec;

  static CommandSpec spec(Project project) {
    CommandSpec group = CommandSpec.forAnnotatedObject(new BackfillCommand());
    group.addSubcommand("list", new CommandLine(new BackfillListCommand(project)));
    group.addSubcommand("show", new CommandLine(new BackfillShowCommand(project)));
    for (Wish wish : Wish.values()) {
      CommandSpec verb = CommandSpec.forAnnotatedObject(new BackfillAskCommand(project, wish));
      verb.usageMessage().description(describe(wish));
      group.addSubcommand(wish.name().toLowerCase(Locale.ROOT), verb);
    }
    group.addSubcommand("set", new CommandLine(new BackfillSetCommand(project)));
    return group;
  }

  private static String describe(Wish wish) {
    return switch (wish) {
      case PAUSE -> "Stop after the present batch, and do not start again.";
      case RESUME -> "Take a pause back; `phase advance` then goes on.";
      case CANCEL -> "Give up, until it is tried again or its version is rolled back.";
      case RETRY -> "Go on after a failure or a cancellation, and look again at quarantined rows.";
      case WAIVE -> "Let it end though rows are in quarantine.";
    };
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "A verb is missing. Say what to do, such as `phase backfill list`.");
  }
}
