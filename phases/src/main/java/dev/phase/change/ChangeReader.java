package dev.phase.change;

import static java.util.Objects.requireNonNull;

import dev.phase.problem.Place;
import dev.phase.problem.Problems;
import dev.phase.sql.Identifier;
import dev.phase.yaml.Positions;
import dev.phase.yaml.Yaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the change files of a directory. */
public final class ChangeReader {

  private final Identifier schema;
  private final Map<String, String> settled;
  private final Problems problems = new Problems();
  private final Map<String, ChangeFileName> seen = new HashMap<>();
  private int duplicates;

  private ChangeReader(Identifier schema, Map<String, String> settled) {
    this.schema = requireNonNull(schema, "schema is null");
    this.settled = Map.copyOf(settled);
  }

  /**
   * Reads every file that ends in {@code .yaml} or {@code .yml}, by their names.
   *
   * @param schema the base schema, whose name begins those of the versions' schemas
   * @throws InvalidChanges with every problem of every file
   */
  public static ChangeFiles read(Path directory, Identifier schema) {
    return read(directory, schema, Map.of());
  }

  /**
   * The same, but of settled files only the names: reading hundreds of them would take longer than all
   * that there is to do.
   *
   * @param settled the digests of files that have been read, applied and compared before, by the ids
   *     of their changes
   */
  public static ChangeFiles read(
      Path directory, Identifier schema, Map<String, String> settled) {
    return new ChangeReader(schema, settled).read(directory);
  }

  private ChangeFiles read(Path directory) {
    List<ChangeFile> files = new ArrayList<>();
    for (ChangeFileName name : list(directory)) {
      boolean usable = requireUsable(name);
      Optional<ChangeFile> file = read(name);
      file.filter(f -> usable).ifPresent(files::add);
    }
    problems.throwIfAny(found -> new InvalidChanges(found, found.size() == duplicates));
    return new ChangeFiles(files);
  }

  private List<ChangeFileName> list(Path directory) {
    if (!Files.isDirectory(directory)) {
      problems.add(
          Place.of(directory.toString()),
          "There is no such directory for change files.",
          "Create it, or say where they are with `changes` in phase.yaml or with --changes.");
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .map(ChangeFileName::new)
          .filter(ChangeFileName::isYaml)
          .sorted(Comparator.comparing(ChangeFileName::id).thenComparing(ChangeFileName::toString))
          .toList();
    } catch (IOException e) {
      problems.add(
          Place.of(directory.toString()),
          "The directory cannot be read (%s).".formatted(e.getClass().getSimpleName()),
          "Make sure that you may list it.");
      return List.of();
    }
  }

  private Optional<ChangeFile> read(ChangeFileName name) {
    return Yaml.bytes(name.path(), problems).flatMap(bytes -> read(name, bytes));
  }

  private Optional<ChangeFile> read(ChangeFileName name, byte[] bytes) {
    String digest = Checksum.of(bytes);
    if (digest.equals(settled.get(name.id()))) {
      return Optional.of(
          new ChangeFile(Change.settled(name.id()), name.path(), Positions.NONE, digest));
    }
    return Yaml.parse(name.path(), bytes, problems)
        .flatMap(node -> Yaml.bind(node, ChangeBody.class, problems))
        .map(
            bound ->
                new ChangeFile(
                    bound.value().named(name.id()), name.path(), bound.positions(), digest));
  }

  private boolean requireUsable(ChangeFileName name) {
    Place place = Place.of(name.toString());
    ChangeFileName other = seen.putIfAbsent(name.id().toLowerCase(Locale.ROOT), name);
    if (!name.hasSoundEnding()) {
      problems.add(
          place, "The name ends in capitals.", "Rename the file so that it ends in .yaml.");
    } else if (!name.hasSoundId()) {
      problems.add(
          place,
          "A change cannot be called \"%s\", because its name becomes part of a schema's name."
              .formatted(name.id()),
          "Use the letters a to z, digits, _ and - only, and begin with a letter or a digit.");
    } else if (Identifier.isTooLong(schema + "_" + name.id())) {
      int room = Identifier.MAX_BYTES - (schema + "_").getBytes(StandardCharsets.UTF_8).length;
      problems.add(
          place,
          "The name is too long: PostgreSQL would cut the version's schema name %s_%s."
              .formatted(schema, name.id()),
          "Use at most %d characters before .yaml.".formatted(room));
    } else if (other != null) {
      duplicates++;
      problems.add(
          place,
          "The change is already defined in %s.".formatted(other),
          "Delete or rename one of the two files.");
    } else {
      return true;
    }
    return false;
  }
}
