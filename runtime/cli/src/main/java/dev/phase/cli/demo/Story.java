package dev.phase.cli.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What happens in the demo, in order. */
final class Story implements AutoCloseable {

  private static final long A_WHILE_MILLIS = 1_000;

  private final Shop shop;
  private final Deployment deployment;
  private final Checks checks;
  private final Narrator narrator;
  private final boolean keep;
  private final Map<Edition, Application> applications = new EnumMap<>(Edition.class);
  private final Outcome outcome = new Outcome();

  /**
   * @param keep whether to leave versions for a look after the end
   */
  Story(Shop shop, Deployment deployment, Checks checks, Narrator narrator, boolean keep) {
    this.keep = keep;
    this.shop = shop;
    this.deployment = deployment;
    this.checks = checks;
    this.narrator = narrator;
  }

  Outcome tell() throws SQLException {
    open();
    release(
        Edition.FULL_NAME,
        """
        shop 2 calls the column full_name, and it is never NULL. shop 1 must not notice: it
        goes on with name, NULLs included.
        """);
    release(
        Edition.CENTS,
        """
        shop 3 counts in whole cents. Both amounts live side by side; a trigger keeps each in
        step with the other, and every order is converted while all the shops are open.
        """);
    release(
        Edition.PAID,
        """
        shop 4 has no status any more, only a column paid that is computed from it. What the
        shops before it see as status in the orders of shop 4, the change says with `down`.
        """);
    together();
    leave(Edition.FIRST);
    returnOnce(Edition.FULL_NAME);
    if (!keep) {
      leave(Edition.FULL_NAME);
      leave(Edition.CENTS);
    }
    conclude();
    return outcome;
  }

  private void open() throws SQLException {
    narrator.chapter("The shop opens");
    shop.load();
    outcome.untouched(checks.untouched(Edition.FIRST));
    narrator.say(
        "PostgreSQL %s with %s customers and %s orders."
            .formatted(
                shop.server().version(),
                Words.number(shop.customers()),
                Words.number(shop.orders())));
    start(Edition.FIRST);
    narrator.say("shop 1 runs: from now on it reads and writes without a pause.");
    deployment.init();
    narrator.say("phase init: the schema as it is now is the first version.");
  }

  private void release(Edition edition, String why) throws SQLException {
    String change = edition.version().orElseThrow();
    narrator.chapter("phase advance: " + change);
    narrator.say(why);
    narrator.quote(deployment.add(change));
    deployment.advance(edition.title());
    start(edition);
    narrator.say(
        "%s starts with currentSchema=%s beside the others."
            .formatted(edition, edition.searchPath()));
    pass();
    List<Edition> live = live();
    compare(live.get(live.size() - 2), edition);
    sayCompared("All rows of it and the version before compared");
  }

  private void together() throws SQLException {
    narrator.chapter("Four shops, four shapes, one set of rows");
    compareAll();
  }

  /** An application is not needed any more, and so its version goes. */
  private void leave(Edition edition) throws SQLException {
    narrator.chapter("Nobody needs %s any more".formatted(edition));
    applications.get(edition).stop();
    narrator.say("The last %s is stopped, as a deploy would do.".formatted(edition));
    deployment.retire(edition.title());
    deployment.contract(edition.title());
    narrator.say("phase retire, phase contract: its columns are gone, the others did not notice.");
    compareAll();
  }

  /** Retiring can be taken back. */
  private void returnOnce(Edition edition) throws SQLException {
    narrator.chapter("A version retires, and comes back");
    applications.get(edition).stop();
    deployment.retire(edition.title());
    narrator.say("phase retire: its door is closed, its data is still kept in step. A client of");
    narrator.say("%s that was forgotten hears:".formatted(edition));
    narrator.quote(knock(edition));
    deployment.restore(edition.title());
    applications.get(edition).start();
    narrator.say("phase restore: %s is back at once and has missed nothing.".formatted(edition));
    pass();
    compare(edition, live().get(1));
    sayCompared("All rows of it and the version after compared");
  }

  private void conclude() throws SQLException {
    narrator.chapter("The shop closes");
    applications.values().forEach(Application::stop);
    for (Application application : applications.values()) {
      outcome.lost(application, checks.lost(application, Edition.PAID));
    }
    outcome.untouchedInTheEnd(checks.untouched(Edition.PAID));
    narrator.say("Every row is held against what the applications wrote and what was loaded.");
  }

  private void start(Edition edition) {
    Application application = new Application(shop, edition);
    applications.put(edition, application);
    application.start();
    narrator.follow(application);
    outcome.follow(application);
  }

  /** Compares what each pair of live versions shows for the same rows. */
  private void compareAll() throws SQLException {
    List<Edition> live = live();
    for (int newer = 1; newer < live.size(); newer++) {
      for (int older = 0; older < newer; older++) {
        compare(live.get(older), live.get(newer));
      }
    }
    if (live.size() > 1) {
      sayCompared("All rows of each two versions compared");
    }
  }

  private void compare(Edition older, Edition newer) throws SQLException {
    outcome.compared(older, newer, checks.differences(older, newer));
  }

  private void sayCompared(String what) {
    narrator.say("%s: %s".formatted(what, outcome.mismatches()));
  }

  private List<Edition> live() {
    return applications.values().stream()
        .filter(Application::isRunning)
        .map(Application::edition)
        .toList();
  }

  /** Sends a statement through a version and returns the answer in words. */
  private String knock(Edition edition) throws SQLException {
    try (Connection connection = shop.connect(edition.searchPath());
        var statement = connection.createStatement()) {
      statement.execute("SELECT * FROM customers LIMIT 1");
      outcome.open(edition);
      return "nothing: the door is open";
    } catch (SQLException e) {
      return e.getMessage();
    }
  }

  private static void pass() {
    try {
      Thread.sleep(A_WHILE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    applications.values().forEach(Application::close);
  }
}
