package dev.phase.maven;

import dev.phase.jpa.build.EntityBuild;
import dev.phase.model.VersionModel;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Prints the change file that would make the version fit the entities, to be completed by you. */
@Mojo(name = "draft", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.COMPILE)
public final class DraftMojo extends EntityMojo {

  @Override
  void use(EntityBuild build, VersionModel version) {
    build
        .draft(hibernate, version)
        .ifPresentOrElse(
            draft -> draft.lines().forEach(getLog()::info),
            () -> getLog().info("The entities fit the version."));
  }
}
