package dev.phase.config;

import static java.util.Objects.requireNonNull;

import dev.phase.problem.Place;
import dev.phase.problem.Problems;
import dev.phase.yaml.Bound;
import dev.phase.yaml.JsonSchema;
import dev.phase.yaml.Node;
import dev.phase.yaml.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the settings: a flag beats an environment variable, that beats phase.yaml, that beats the
 * default. An empty environment variable counts as none.
 */
public final class SettingsReader {

  private static final List<String> CONFIG = List.of("config");
  private static final String DEFAULT_FILE = "phase.yaml";

  private final Path workingDirectory;
  private final Map<String, String> flags;
  private final Map<String, String> environment;
  private final Problems problems = new Problems();
  private final Map<String, Layer> origins = new HashMap<>();

  /**
   * @param workingDirectory what relative paths start from; {@code Path.of("")} for the process's
   * @param flags those that were given, by their names without dashes before them; others than
   *     settings may be among them
   */
  public SettingsReader(
      Path workingDirectory, Map<String, String> flags, Map<String, String> environment) {
    this.workingDirectory = requireNonNull(workingDirectory, "workingDirectory is null");
    this.flags = Map.copyOf(flags);
    this.environment = new HashMap<>(environment);
    this.environment.values().removeIf(String::isEmpty);
  }

  /**
   * @throws InvalidSettings with everything that is wrong
   */
  public Settings read() {
    Path file = workingDirectory.resolve(given(CONFIG).map(Node.Scalar::text).orElse(DEFAULT_FILE));
    Node.Mapping written = readFile(file);
    // What a flag overrides must be right as well: it is used as soon as the flag is not given.
    Yaml.bind(written, SettingsFile.class, problems);
    Node.Mapping all = written;
    for (List<String> path : Yaml.paths(SettingsFile.class)) {
      Optional<Node.Scalar> given = given(path);
      if (given.isPresent()) {
        all = all.with(path, given.get());
      }
    }
    Optional<Bound<SettingsFile>> bound = Yaml.bind(all, SettingsFile.class, problems);
    problems.throwIfAny(InvalidSettings::new);
    Settings settings = resolve(bound.orElseThrow(), file);
    problems.throwIfAny(InvalidSettings::new);
    return settings;
  }

  /** The text of {@code dev/phase/schema/phase.schema.json}. */
  public static String jsonSchema() {
    return JsonSchema.of(SettingsFile.class, "The settings of Phase");
  }

  private Node.Mapping readFile(Path file) {
    Node.Mapping nothing = new Node.Mapping(Place.of(file.toString()), List.of());
    if (!Files.exists(file)) {
      given(CONFIG)
          .ifPresent(
              config ->
                  problems.add(
                      config.place(),
                      "There is no file %s.".formatted(file),
                      "Correct the path, or leave it out to use phase.yaml."));
      return nothing;
    }
    Optional<Node> root = Yaml.parse(file, problems);
    if (root.isEmpty() || root.get() instanceof Node.Scalar text && text.isNull()) {
      return nothing;
    }
    if (root.get() instanceof Node.Mapping mapping) {
      return mapping;
    }
    problems.add(
        root.get().place(), "The file must be a mapping.", "Write one `key: value` on each line.");
    return nothing;
  }

  /** What a flag or the environment says. */
  private Optional<Node.Scalar> given(List<String> path) {
    String flag = flags.get(Layer.flag(path));
    String text = flag != null ? flag : environment.get(Layer.variable(path));
    if (text == null) {
      return Optional.empty();
    }
    Layer layer = flag != null ? Layer.FLAG : Layer.ENVIRONMENT;
    origins.put(String.join(".", path), layer);
    return Optional.of(new Node.Scalar(layer.place(path), text, true));
  }

  private Settings resolve(Bound<SettingsFile> bound, Path file) {
    SettingsFile said = bound.value();
    Path base = origin("changes") == Layer.FILE ? directory(file) : workingDirectory;
    Settings settings =
        new Settings(
            new Login(workingDirectory, environment, problems).database(bound, this::origin),
            said.schema().orElse(Settings.DEFAULT_SCHEMA),
            said.changes()
                .map(base::resolve)
                .orElseGet(() -> directory(file).resolve(Settings.DEFAULT_CHANGES)),
            said.lockTimeout().orElse(Settings.DEFAULT_LOCK_TIMEOUT),
            said.lockBudget().orElse(Settings.DEFAULT_LOCK_BUDGET),
            said.backfill().map(BackfillSettings.DEFAULT::with).orElse(BackfillSettings.DEFAULT),
            said.contract().map(ContractSettings.DEFAULT::with).orElse(ContractSettings.DEFAULT),
            said.worker().map(WorkerSettings::of).orElse(WorkerSettings.DEFAULT));
    if (settings.lockBudget().compareTo(settings.lockTimeout()) < 0) {
      problems.add(
          bound
              .positions()
              .find("lock_budget")
              .or(() -> bound.positions().find("lock_timeout"))
              .orElseThrow(),
          "`lock_budget` is shorter than `lock_timeout`, so no statement could wait its time.",
          "Make it at least as long.");
    }
    return settings;
  }

  private Layer origin(String setting) {
    return origins.getOrDefault(setting, Layer.FILE);
  }

  private Path directory(Path file) {
    return Optional.ofNullable(file.getParent()).orElse(Path.of(""));
  }
}
