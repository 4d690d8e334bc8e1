package dev.phase.cli;

import dev.phase.engine.state.Release;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What goes to the deployment log. */
final class ReleaseOptions {

  @Option(
      names = "--release",
      paramLabel = "LABEL",
      description = "the release's name, for the deployment log")
  private String label;

  @Option(
      names = "--app-version",
      paramLabel = "VERSION",
      description = "the application's version, for the deployment log")
  private String applicationVersion;

  Release release() {
    return new Release(
        Optional.ofNullable(label),
        Optional.ofNullable(applicationVersion),
        System.getProperty("user.name", "unknown"),
        host());
  }

  /** As Kubernetes and shells tell it, which asks no name server. */
  private static String host() {
    String name = System.getenv("HOSTNAME");
    if (name != null && !name.isEmpty()) {
      return name;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
