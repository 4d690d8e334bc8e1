package dev.phase.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.change.BackfillOverrides;
import dev.phase.change.Change;
import dev.phase.change.ContractOverrides;
import dev.phase.change.Gate;
import dev.phase.problem.Problem;
import dev.phase.problem.Problems;
import dev.phase.sql.Identifier;
import dev.phase.yaml.Node;
import dev.phase.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

  private static final String URL = "jdbc:postgresql://db/app";

  @TempDir private Path directory;
  private final Map<String, String> flags = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();

  private void file(String text) throws IOException {
    Files.writeString(directory.resolve("phase.yaml"), text);
  }

  private Settings read() {
    return new SettingsReader(directory, flags, environment).read();
  }

  private List<String> problems() {
    return assertThrows(InvalidSettings.class, this::read).problems().stream()
        .map(Problem::toString)
        .map(p -> p.replace(directory + "/", ""))
        .toList();
  }

  @Test
  void hasADefaultForEverythingButTheDatabase() {
    Settings expected =
        new Settings(
            Optional.empty(),
            Identifier.of("public"),
            Path.of("db", "changes"),
            Duration.ofMillis(1200),
            Duration.ofMinutes(5),
            new BackfillSettings(BackfillOverrides.NONE),
            contract(2, Duration.ofHours(24)),
            new WorkerSettings(Optional.empty(), Duration.ofDays(90)));

    assertEquals(expected, new SettingsReader(Path.of(""), Map.of(), Map.of()).read());
  }

  @Test
  void readsTheFile() throws IOException {
    file(
        """
        url: jdbc:postgresql://db/app
        user: alice
        schema: Shop
        changes: migrations
        lock_timeout: 500ms
        lock_budget: 1m
        backfill: { batch_rows: 5, batch_time: 1s, pause: 10ms, workers: 2 }
        contract: { keep: 1, restore_window: 7d }
        worker: { metrics: { port: 9464 }, retention: 30d }
        """);

    Settings expected =
        new Settings(
            Optional.of(new DatabaseUrl(URL, Optional.of("alice"), Optional.empty())),
            Identifier.of("Shop"),
            directory.resolve("migrations"),
            Duration.ofMillis(500),
            Duration.ofMinutes(1),
            said("batch_rows: 5, batch_time: 1s, pause: 10ms, workers: 2"),
            contract(1, Duration.ofDays(7)),
            new WorkerSettings(Optional.of(9464), Duration.ofDays(30)));
    assertEquals(expected, read());
  }

  @Test
  void prefersFlagsToTheEnvironmentToTheFile() throws IOException {
    file("lock_timeout: 1s\nlock_budget: 2s\ncontract: { keep: 3, restore_window: 1h }\n");
    environment.put("PHASE_LOCK_BUDGET", "3s");
    environment.put("PHASE_CONTRACT_KEEP", "4");
    environment.put("PHASE_WORKER_METRICS_PORT", "9465");
    environment.put("PHASE_LOCK_TIMEOUT", "");
    flags.put("contract-keep", "5");

    Settings settings = read();

    assertEquals(Duration.ofSeconds(1), settings.lockTimeout());
    assertEquals(Duration.ofSeconds(3), settings.lockBudget());
    assertEquals(Optional.of(9465), settings.worker().metricsPort());
    assertEquals(contract(5, Duration.ofHours(1)), settings.contract());
  }

  @Test
  void takesPathsFromWhereTheyAreWritten() throws IOException {
    Path inner = Files.createDirectory(directory.resolve("deploy"));
    Files.writeString(inner.resolve("p.yaml"), "changes: c\n");
    flags.put("config", "deploy/p.yaml");
    assertEquals(inner.resolve("c"), read().changes());

    environment.put("PHASE_CHANGES", "d");
    assertEquals(directory.resolve("d"), read().changes());
  }

  @Test
  void takesAFileOfCommentsForNone() throws IOException {
    file("# url: later\n");

    assertEquals(Optional.empty(), read().database());
  }

  @Test
  void refusesAMissingFileThatIsNamed() {
    environment.put("PHASE_CONFIG", "other.yaml");

    assertEquals(
        List.of(
            "PHASE_CONFIG: There is no file other.yaml. Correct the path, or leave it out to use"
                + " phase.yaml."),
        problems());
  }

  @Test
  void reportsEveryProblemWhereItIs() throws IOException {
    file("lock_timout: 1s\nschema: []\nlock_budget: 0.5s\ncontract: { keep: -1 }\n");
    environment.put("PHASE_BACKFILL_BATCH_ROWS", "0");
    flags.put("lock-timeout", "fast");
    flags.put("lock-budget", "1s");

    assertEquals(
        List.of(
            "phase.yaml:1:1: Unknown key `lock_timout`. Did you mean `lock_timeout`? Known here:"
                + " backfill, changes, contract, lock_budget, lock_timeout, schema, url, user,"
                + " worker.",
            "phase.yaml:2:9: `schema` must be a name, but is a list. Write a name.",
            "phase.yaml:3:14: `lock_budget` must be a duration such as 500ms, 5s, 10m, 24h or 7d,"
                + " but is \"0.5s\". Write a duration such as 500ms, 5s, 10m, 24h or 7d.",
            "phase.yaml:4:19: `keep` is \"-1\", which is too small. Write 0 or more.",
            "--lock-timeout: `lock_timeout` must be a duration such as 500ms, 5s, 10m, 24h or 7d,"
                + " but is \"fast\". Write a duration such as 500ms, 5s, 10m, 24h or 7d.",
            "PHASE_BACKFILL_BATCH_ROWS: `batch_rows` is \"0\", which is too small. Write 1 or"
                + " more."),
        problems());
  }

  @Test
  void refusesABudgetThatIsShorterThanOneTry() throws IOException {
    file("lock_timeout: 5s\nlock_budget: 1s\n");

    assertEquals(
        List.of(
            "phase.yaml:2:14: `lock_budget` is shorter than `lock_timeout`, so no statement could"
                + " wait its time. Make it at least as long."),
        problems());
  }

  @Test
  void letsAChangeOverrideSettings() {
    Change change =
        new Change(
            "0007",
            Optional.empty(),
            List.of(),
            Optional.of(said("batch_rows: 7").said()),
            Optional.of(
                new ContractOverrides(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Duration.ZERO),
                    Optional.empty(),
                    Optional.empty())));

    Settings settings = read().with(change);

    assertEquals(7, settings.backfill().batchRows());
    assertEquals(Duration.ofMillis(250), settings.backfill().batchTime());
    assertEquals(contract(2, Duration.ZERO), settings.contract());
  }

  @ParameterizedTest
  @CsvSource({
    // url in file, url in flag, user in file, PHASE_USER, PHASE_PASSWORD -> user, password
    "postgresql://a:1@h/d,,,,, a, 1",
    "postgresql://a:1@h/d,, b,,, b, 1",
    "postgresql://a:1@h/d,, b, c, 2, c, 2",
    "postgresql://h/d, postgresql://a:1@h/d, b, c, 2, a, 1",
    "postgresql://h/d, postgresql://h/d, b, c, 2, c, 2",
    "postgresql://h/d,,,,,,"
  })
  void ranksTheLoginOfAUrlWithTheUrl(
      String inFile, String flag, String user, String variable, String secret, String expectedUser,
      String expectedPassword) throws IOException {
    file("url: " + inFile + (user == null ? "" : "\nuser: " + user));
    put(flags, "url", flag);
    put(environment, "PHASE_USER", variable);
    put(environment, "PHASE_PASSWORD", secret);

    var login = read().login();

    assertEquals(expectedUser, login.getProperty("user"));
    assertEquals(expectedPassword, login.getProperty("password"));
  }

  private static void put(Map<String, String> map, String key, String value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  @Test
  void readsThePasswordFromAFile() throws IOException {
    Files.writeString(directory.resolve("secret"), " p \n");
    environment.put("PHASE_URL", URL);
    environment.put("PHASE_PASSWORD_FILE", "secret");

    assertEquals(" p ", read().login().getProperty("password"));
  }

  @Test
  void refusesTwoPasswordsAndMissingFiles() {
    environment.put("PHASE_PASSWORD_FILE", "missing");
    assertEquals(
        List.of(
            "PHASE_PASSWORD_FILE: The file missing cannot be read (NoSuchFileException). Make sure"
                + " that it is there and that you may read it."),
        problems());

    environment.put("PHASE_PASSWORD", "x");
    assertEquals(
        List.of("PHASE_PASSWORD_FILE: PHASE_PASSWORD is set as well. Unset one of the two."),
        problems());
  }

  @Test
  void neverShowsAPassword() {
    environment.put("PHASE_URL", "postgresql://a:hunter2@h/d?sslpassword=hunter2");
    environment.put("PHASE_PASSWORD", "hunter2");

    Settings settings = read();

    assertEquals("jdbc:postgresql://h/d?sslpassword=***", settings.redactedUrl());
    assertFalse(settings.toString().contains("hunter2"), settings.toString());
  }

  @Test
  void neverShowsThePasswordOfABadUrl() {
    environment.put("PHASE_URL", "mysql://a:hunter2@h/d");

    assertEquals(
        List.of(
            "PHASE_URL: The URL names no PostgreSQL database. Write"
                + " jdbc:postgresql://host:5432/database or postgresql://user@host:5432/database."),
        problems());
  }

  @Test
  void saysHowToSetTheDatabaseWhereOneIsNeeded() {
    var e = assertThrows(InvalidSettings.class, () -> read().jdbcUrl());

    assertTrue(e.getMessage().startsWith("--url: No database is set. Give its URL with --url, "));
  }

  @Test
  void readsGates() throws Exception {
    file(
        """
        contract:
          soak: 2h
          require: [backfilled, no-clients, approved]
          sql: SELECT true
        """);

    ContractSettings contract = read().contract();

    assertEquals(Duration.ofHours(2), contract.soak());
    assertEquals(List.of(Gate.BACKFILLED, Gate.NO_CLIENTS, Gate.APPROVED), contract.require());
    assertEquals(Optional.of("SELECT true"), contract.sql());
  }

  private static BackfillSettings said(String settings) {
    var problems = new Problems();
    Node.Mapping mapping =
        (Node.Mapping) Yaml.parse("test", "{" + settings + "}", problems).orElseThrow();
    return new BackfillSettings(
        Yaml.bind(mapping, BackfillOverrides.class, problems).orElseThrow().value());
  }

  private static ContractSettings contract(int keep, Duration restoreWindow) {
    return new ContractSettings(keep, Duration.ZERO, restoreWindow, List.of(), Optional.empty());
  }
}
