package dev.phase.embedded;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Describes a server before it starts. */
public final class EmbeddedServerBuilder {
  private int major = EmbeddedServer.DEFAULT_MAJOR;
  private int port;
  private Path dataDirectory;
  private final Map<String, String> settings = new TreeMap<>();

  EmbeddedServerBuilder() {}

  /** Chooses the major version; its binaries must be on the class path. */
  public EmbeddedServerBuilder major(int major) {
    this.major = major;
    return this;
  }

  /** Adds server settings, as postgresql.conf has them. */
  public EmbeddedServerBuilder settings(Map<String, String> settings) {
    this.settings.putAll(settings);
    return this;
  }

  /** Uses this directory, which outlives the server, instead of a temporary one. */
  public EmbeddedServerBuilder dataDirectory(Path dataDirectory) {
    this.dataDirectory = requireNonNull(dataDirectory, "dataDirectory is null").toAbsolutePath();
    return this;
  }

  /** Chooses the port; 0 means any free one. */
  public EmbeddedServerBuilder port(int port) {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException(
          "The port "
              + port
              + " does not exist. Choose one from 1 to 65535, or 0 for any free one.");
    }
    this.port = port;
    return this;
  }

  /** Starts the server and returns once it accepts connections. */
  public EmbeddedServer start() {
    return EmbeddedServer.start(this);
  }

  int major() {
    return major;
  }

  int port() {
    return port;
  }

  Optional<Path> dataDirectory() {
    return Optional.ofNullable(dataDirectory);
  }

  Map<String, String> settings() {
    return settings;
  }
}
