package dev.phase.cli;

import picocli.CommandLine.Option;

/** {@code --version}, on every verb that has no such option of its own. */
final class VersionOption {

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "the version of Phase")
  private boolean version;
}
