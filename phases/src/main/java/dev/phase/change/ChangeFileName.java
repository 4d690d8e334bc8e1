package dev.phase.change;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** A file's name, and what it says about the change in it. */
record ChangeFileName(Path path) {

  private static final Pattern YAML = Pattern.compile("[^.].*\\.(?i:ya?ml)");
  private static final Pattern ENDING = Pattern.compile("\\.ya?ml$", Pattern.CASE_INSENSITIVE);
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

  /** Whether it is meant to be read; hidden files are other programs' own. */
  boolean isYaml() {
    return YAML.matcher(name()).matches();
  }

  /** The name without its ending. */
  String id() {
    return ENDING.matcher(name()).replaceFirst("");
  }

  boolean hasSoundEnding() {
    return name().endsWith(".yaml") || name().endsWith(".yml");
  }

  boolean hasSoundId() {
    return ID.matcher(id()).matches();
  }

  private String name() {
    return path.getFileName().toString();
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
