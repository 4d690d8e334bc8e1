package dev.phase.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Prints the change file that would make the version fit the entities, to be completed by you. */
@Mojo(name = "draft", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class DraftMojo extends EntityMojo {

  @Override
  void use(Class<?> tool) throws ReflectiveOperationException {
    String draft = (String) call(tool, "draft");
    if (draft.isEmpty()) {
      getLog().info("The entities fit the version.");
    } else {
      draft.lines().forEach(getLog()::info);
    }
  }
}
