package dev.phase.cli;

import picocli.CommandLine.Option;

/** {@code -o}, on verbs that read. */
final class OutputOption {

  /** How a result is written. */
  enum Format {
    text,
    json
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json; JSON stands alone on standard output")
  private Format format;

  boolean isJson() {
    return format == Format.json;
  }
}
