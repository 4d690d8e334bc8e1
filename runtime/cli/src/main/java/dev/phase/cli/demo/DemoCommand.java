package dev.phase.cli.demo;

import dev.phase.embedded.EmbeddedServer;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows on a server of its own that applications of four versions work while the schema changes. */
@Command(
    name = "demo",
    description =
        "Start a PostgreSQL server with a shop on it, and change its schema three times while four"
            + " versions of its application read and write.")
public final class DemoCommand implements Callable<Integer> {

  private static final long FEWEST_CUSTOMERS = 1_000;

  /** As a shell says it of a process that Ctrl-C has ended. */
  private static final int INTERRUPTED = 130;

  @Option(names = "--keep", description = "leave the server running, and say how to reach it")
  private boolean keep;

  @Option(
      names = "--customers",
      paramLabel = "N",
      defaultValue = "200000",
      description = "how many customers the shop has; 200000 by default")
  private long customers;

  @Spec private CommandSpec spec;

  private final Supplier<Set<String>> settings;
  private final Supplier<Screen> screens;
  private volatile boolean interrupted;

  /**
   * @param settings the names of the flags for a database and change files that were given
   */
  public DemoCommand(Supplier<Set<String>> settings) {
    this(settings, Screen::system);
  }

  DemoCommand(Supplier<Set<String>> settings, Supplier<Screen> screens) {
    this.settings = settings;
    this.screens = screens;
  }

  @Override
  public Integer call() throws SQLException, IOException {
    if (!settings.get().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "The demo has a database and change files of its own, so it cannot use --%s. Leave that out."
              .formatted(String.join(", --", settings.get())));
    }
    if (customers < FEWEST_CUSTOMERS) {
      throw new ParameterException(
          spec.commandLine(),
          "A shop with %d customers shows nothing. Choose at least %d with --customers."
              .formatted(customers, FEWEST_CUSTOMERS));
    }
    try {
      return play();
    } catch (SQLException | RuntimeException e) {
      if (interrupted) {
        // The server is being stopped under us: that is what was asked for.
        return INTERRUPTED;
      }
      throw e;
    }
  }

  private int play() throws SQLException, IOException {
    try (Screen screen = screens.get();
        Shop shop = Shop.open(customers)) {
      Narrator narrator = new Narrator(screen);
      Deployment deployment = Deployment.create(shop, narrator);
      Thread cleaner = new Thread(() -> cleanUp(deployment, narrator), "demo-cleaner");
      Runtime.getRuntime().addShutdownHook(cleaner);
      Outcome outcome;
      try (deployment;
          Checks checks = new Checks(shop);
          Story story = new Story(shop, deployment, checks, narrator, keep)) {
        outcome = story.tell();
      }
      Runtime.getRuntime().removeShutdownHook(cleaner);
      narrator.facts(outcome.facts());
      if (keep) {
        keep(shop.server(), deployment, narrator);
      } else {
        deployment.delete();
      }
      return outcome.isGood() ? 0 : 1;
    }
  }

  private void cleanUp(Deployment deployment, Narrator narrator) {
    interrupted = true;
    narrator.interrupted();
    deployment.delete();
  }

  /** Leaves everything as it is, and says where it is. */
  private static void keep(EmbeddedServer server, Deployment deployment, Narrator narrator) {
    server.keep();
    narrator.chapter("The server goes on");
    for (Edition edition : Edition.values()) {
      if (edition.version().isPresent()) {
        narrator.say("As %s sees it:".formatted(edition));
        narrator.quote(
            "psql 'postgresql://%s@127.0.0.1:%d/postgres?options=-csearch_path%%3D%s'"
                .formatted(server.superuser(), server.port(), edition.searchPath()));
      }
    }
    narrator.say("As Phase sees it:");
    narrator.quote("cd %s && phase status".formatted(deployment.project()));
    narrator.say("To stop it:");
    narrator.quote(server.stopCommand());
  }
}
