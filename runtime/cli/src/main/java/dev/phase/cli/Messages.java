package dev.phase.cli;

import dev.phase.engine.Status;

/** Sentences that several verbs say. */
final class Messages {

  private Messages() {}

  /** Where applications find a version. */
  static String live(String version, Status status) {
    for (Status.VersionStatus candidate : status.versions()) {
      if (candidate.name().equals(version)) {
        return "Version " + version + " is live. Give its applications the search_path "
            + Versions.searchPath(candidate.schema(), status.schema()) + ".";
      }
    }
    return "Version " + version + " is live.";
  }
}
