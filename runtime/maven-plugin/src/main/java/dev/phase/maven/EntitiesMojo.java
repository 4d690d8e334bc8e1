package dev.phase.maven;

import dev.phase.jpa.build.EntityBuild;
import dev.phase.jpa.entity.Finding;
import dev.phase.model.VersionModel;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Fails the build where entities do not fit the version that the change files lead to. */
@Mojo(
    name = "entities",
    defaultPhase = LifecyclePhase.PROCESS_CLASSES,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class EntitiesMojo extends EntityMojo {

  @Override
  void use(EntityBuild build, VersionModel version) throws MojoFailureException {
    List<Finding> findings = build.check(hibernate, version);
    if (!findings.isEmpty()) {
      throw new MojoFailureException(
          "Entities do not fit the version.\n%s"
              .formatted(String.join("\n", findings.stream().map(Finding::toString).toList())));
    }
    getLog().info("The entities fit the version.");
  }
}
