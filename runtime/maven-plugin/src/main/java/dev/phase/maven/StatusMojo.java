package dev.phase.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;

/** Shows where every version stands. */
@Mojo(name = "status", threadSafe = true)
public final class StatusMojo extends PhaseMojo {

  @Override
  List<String> command() {
    return List.of("status");
  }
}
