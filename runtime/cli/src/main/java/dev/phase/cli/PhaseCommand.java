package dev.phase.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "phase",
    versionProvider = ProductVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Expand/contract migrations for PostgreSQL.",
    footer = {
      "",
      "Exit codes:",
      "  0  done, or nothing to do           5  not possible now",
      "  1  a defect of Phase                6  lock held (try again)",
      "  2  wrong command line               7  database unreachable (try again)",
      "  3  settings or change file invalid  8  SQL failed",
      "  4  files and database disagree      9  timed out",
      "  143  stopped (run again to go on)"
    })
final class PhaseCommand implements Callable<Integer> {

  @Mixin private final GlobalOptions options;
  @Mixin private VersionOption version;
  @Spec private CommandSpec spec;

  PhaseCommand(GlobalOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "No command was given. Run `phase --help` to see them.");
  }
}
