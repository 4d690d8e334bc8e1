package dev.phase.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;

/** Shows what the next advance would do, statement by statement. */
@Mojo(name = "plan", threadSafe = true)
public final class PlanMojo extends PhaseMojo {

  @Override
  List<String> command() {
    return List.of("plan");
  }
}
