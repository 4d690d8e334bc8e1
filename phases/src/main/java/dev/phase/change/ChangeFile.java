package dev.phase.change;

import static java.util.Objects.requireNonNull;

import dev.phase.yaml.Positions;
import java.nio.file.Path;

/**
 * A change, and where its file says what.
 *
 * @param digest of the file's bytes
 */
public record ChangeFile(Change change, Path path, Positions positions, String digest) {

  public ChangeFile {
    requireNonNull(change, "change is null");
    requireNonNull(path, "path is null");
    requireNonNull(positions, "positions is null");
    requireNonNull(digest, "digest is null");
  }
}
