package dev.phase.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;

/** Writes what the newest version looks like to a file, for {@code phase:entities}. */
@Mojo(name = "snapshot", threadSafe = true)
public final class SnapshotMojo extends PhaseMojo {

  @Override
  List<String> command() {
    return List.of("snapshot");
  }
}
