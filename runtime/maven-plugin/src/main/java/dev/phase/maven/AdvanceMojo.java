package dev.phase.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Brings the pending changes in as one version, and lets old ones go. */
@Mojo(name = "advance", threadSafe = true)
public final class AdvanceMojo extends PhaseMojo {

  /** The release's name, for the deployment log. */
  @Parameter(property = "phase.release")
  String release;

  /** The application's version, for the deployment log. */
  @Parameter(property = "phase.applicationVersion", defaultValue = "${project.version}")
  String applicationVersion;

  @Override
  List<String> command() {
    List<String> command = new ArrayList<>(List.of("advance"));
    add(command, "--release", release);
    add(command, "--app-version", applicationVersion);
    return command;
  }
}
