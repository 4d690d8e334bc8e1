package dev.phase.engine.state;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Who deploys what, for the deployment log.
 *
 * @param label the release's name, such as {@code 2026.11.3}; absent where nobody gave one
 * @param applicationVersion the version of the application that is being deployed
 * @param actor the user who runs the command
 * @param host the machine it runs on
 */
public record Release(
    Optional<String> label, Optional<String> applicationVersion, String actor, String host) {

  public Release {
    requireNonNull(label, "label is null");
    requireNonNull(applicationVersion, "applicationVersion is null");
    requireNonNull(actor, "actor is null");
    requireNonNull(host, "host is null");
  }
}
