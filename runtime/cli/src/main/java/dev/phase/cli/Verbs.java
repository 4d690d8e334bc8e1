package dev.phase.cli;

import dev.phase.cli.demo.DemoCommand;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands by name. Only those that the arguments name are made, since reading the annotations
 * of all would cost a tenth of a second.
 */
final class Verbs {

  /** In the order of the help text. */
  static final List<String> NAMES =
      List.of(
          "init", "new", "lint", "plan", "advance", "worker", "wait", "status", "history", "clients",
          "approve", "backfill", "retire", "restore", "contract", "rollback", "schema",
          "snapshot", "verify", "doctor", "demo");

  private static final String DEMO = "demo";
  private static final String HIDDEN = "train";
  private static final List<String> VERSION = List.of("--version");

  private final Project project;

  Verbs(Project project) {
    this.project = project;
  }

  void addTo(CommandLine root, String... arguments) {
    List<String> words = Arrays.asList(arguments);
    boolean any = words.contains(HIDDEN) || VERSION.equals(words);
    if (words.contains(HIDDEN)) {
      root.addSubcommand(new TrainCommand(project.console()));
    }
    for (String name : NAMES) {
      if (words.contains(name)) {
        add(root, name, make(name));
        any = true;
      }
    }
    if (!any) {
      for (String name : NAMES) {
        add(root, name, name.equals(DEMO) ? demoWithoutServer() : make(name));
      }
    }
  }

  /** For help texts: the demo itself needs libraries that the launcher adds for it alone. */
  private static CommandSpec demoWithoutServer() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage().description("Show it all on a server of its own, which goes away again.");
    return spec;
  }

  private static void add(CommandLine root, String name, Object command) {
    CommandLine verb = new CommandLine(command);
    if (verb.getCommandSpec().findOption("--version") == null) {
      verb.getCommandSpec().versionProvider(new ProductVersion()).addMixin("version", version());
    }
    root.addSubcommand(name, verb);
  }

  private static CommandSpec version() {
    return CommandSpec.forAnnotatedObject(new VersionOption());
  }

  private Object make(String name) {
    return switch (name) {
      case "init" -> new InitCommand(project);
      case "new" -> new NewCommand(project);
      case "lint" -> new LintCommand(project);
      case "plan" -> new PlanCommand(project);
      case "advance" -> new AdvanceCommand(project);
      case "worker" -> new WorkerCommand(project);
      case "wait" -> new WaitCommand(project);
      case "status" -> new StatusCommand(project);
      case "history" -> new HistoryCommand(project);
      case "clients" -> new ClientsCommand(project);
      case "approve" -> new ApproveCommand(project);
      case "backfill" -> BackfillCommand.spec(project);
      case "rollback" -> new RollbackCommand(project);
      case "retire" -> new RetireCommand(project);
      case "restore" -> new RestoreCommand(project);
      case "contract" -> new ContractCommand(project);
      case "doctor" -> new DoctorCommand(project);
      case "verify" -> new VerifyCommand(project);
      case "schema" -> new SchemaCommand(project);
      case "snapshot" -> new SnapshotCommand(project);
      case DEMO -> new DemoCommand(() -> project.options().flags().keySet());
      default -> throw new IllegalArgumentException("There is no command " + name + ".");
    };
  }
}
