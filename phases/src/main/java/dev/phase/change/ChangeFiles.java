package dev.phase.change;

import dev.phase.plan.Source;
import dev.phase.problem.Place;
import java.util.List;
import java.util.Optional;

/** The change files of a directory, in the order in which they apply. */
public record ChangeFiles(List<ChangeFile> files) {

  public ChangeFiles {
    files = List.copyOf(files);
  }

  public List<Change> changes() {
    return files.stream().map(ChangeFile::change).toList();
  }

  /** The line that a statement comes from, or else the nearest one around it; absent without file. */
  public Optional<Place> locate(Source source) {
    return files.stream()
        .filter(file -> file.change().id().equals(source.change()))
        .findFirst()
        .flatMap(file -> file.positions().nearest(source.path()));
  }
}
