package dev.phase.change;

import dev.phase.operation.Operation;
import dev.phase.plan.Source;
import dev.phase.problem.Place;
import dev.phase.yaml.Positions;
import dev.phase.yaml.Yaml;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The change files of a directory, in the order in which they apply. */
public record ChangeFiles(List<ChangeFile> files) {

  /** A path into an operation: the entry, and what is in it. */
  private static final Pattern OPERATION = Pattern.compile("(operations\\[(\\d+)])\\.(.+)");

  public ChangeFiles {
    files = List.copyOf(files);
  }

  public List<Change> changes() {
    return files.stream().map(ChangeFile::change).toList();
  }

  /**
   * The line that a statement comes from, or else the nearest one around it. The operation's kind may
   * be missing in the path: {@code operations[0].up} is {@code operations[0].add_column.up}.
   *
   * @return absent where there is no such file
   */
  public Optional<Place> locate(Source source) {
    return files.stream()
        .filter(file -> file.change().id().equals(source.change()))
        .findFirst()
        .flatMap(file -> locate(file, source.path()));
  }

  private static Optional<Place> locate(ChangeFile file, String path) {
    Positions positions = file.positions();
    Matcher inside = OPERATION.matcher(path);
    List<Operation> operations = file.change().operations();
    if (positions.find(path).isEmpty() && inside.matches()) {
      int index = Integer.parseInt(inside.group(2));
      if (index < operations.size()) {
        String kind = Yaml.kind(Operation.class, operations.get(index));
        return positions.nearest(
            "%s.%s.%s".formatted(inside.group(1), kind, inside.group(3)));
      }
    }
    return positions.nearest(path);
  }
}
