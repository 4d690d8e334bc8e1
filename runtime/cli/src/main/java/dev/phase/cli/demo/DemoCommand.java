package dev.phase.cli.demo;

import dev.phase.embedded.EmbeddedServer;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
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

  @Option(names = "--keep", description = "Leave the server running, and tell how to reach it.")
  private boolean keep;

  @Option(
      names = "--customers",
      paramLabel = "N",
      defaultValue = "200000",
      description = "How many customers the shop has; twice as many orders (default: 200000).")
  private long customers;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws SQLException, IOException {
    if (customers < FEWEST_CUSTOMERS) {
      throw new ParameterException(
          spec.commandLine(),
          "A shop with %d customers shows nothing. Choose at least %d with --customers."
              .formatted(customers, FEWEST_CUSTOMERS));
    }
    try (Screen screen = Screen.system();
        Shop shop = Shop.open(customers)) {
      Narrator narrator = new Narrator(screen);
      Outcome outcome = play(shop, narrator);
      narrator.chapter("Facts");
      outcome.facts().forEach(narrator::say);
      return outcome.isGood() ? 0 : 1;
    }
  }

  private Outcome play(Shop shop, Narrator narrator) throws SQLException, IOException {
    Deployment deployment = Deployment.create(shop, narrator);
    Thread cleaner = new Thread(deployment::delete, "demo-cleaner");
    Runtime.getRuntime().addShutdownHook(cleaner);
    try (deployment;
        Checks checks = new Checks(shop);
        Story story = new Story(shop, deployment, checks, narrator, keep)) {
      Outcome outcome = story.tell();
      if (keep) {
        Runtime.getRuntime().removeShutdownHook(cleaner);
        keep(shop.server(), deployment, narrator);
      }
      return outcome;
    }
  }

  /** Leaves everything as it is, with a second look at the versions that are there. */
  private static void keep(EmbeddedServer server, Deployment deployment, Narrator narrator) {
    narrator.chapter("The server goes on");
    for (Edition edition : Edition.values()) {
      if (edition == Edition.FIRST) {
        continue;
      }
      narrator.say(
          "PGOPTIONS='-c search_path=%s' psql -h 127.0.0.1 -p %d -U %s postgres   # %s"
              .formatted(edition.searchPath(), server.port(), server.superuser(), edition));
    }
    narrator.say("cd %s && phase status".formatted(deployment.project()));
    narrator.say("Stop it with: " + server.stopCommand());
    server.keep();
  }
}
