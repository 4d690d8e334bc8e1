package dev.phase.maven;

import dev.phase.change.InvalidChanges;
import dev.phase.jpa.build.EntityBuild;
import dev.phase.jpa.build.EntityBuildException;
import dev.phase.model.VersionModel;
import dev.phase.schema.SchemaException;
import dev.phase.sql.Identifier;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** A goal that looks at the project's entities with the project's own Hibernate. */
abstract class EntityMojo extends AbstractMojo {

  @Parameter(defaultValue = "${project}", readonly = true)
  MavenProject project;

  @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true)
  File classes;

  /** The directory of change files. */
  @Parameter(property = "phase.changes", defaultValue = "${project.basedir}/db/changes")
  File changes;

  /** The base schema. */
  @Parameter(property = "phase.schema", defaultValue = "public")
  String schema;

  /** Settings of Hibernate's, such as naming strategies. */
  @Parameter Map<String, String> hibernate = Map.of();

  /** The unit of META-INF/persistence.xml that the entities belong to; all of the build by default. */
  @Parameter(property = "phase.persistenceUnit")
  String persistenceUnit;

  /** Does nothing. */
  @Parameter(property = "phase.skip", defaultValue = "false")
  boolean skip;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Skipped, as phase.skip says.");
      return;
    }
    try (EntityBuild build = EntityBuild.open(classes.toPath(), classPath(), unit())) {
      use(build, VersionModel.read(changes.toPath(), Identifier.of(schema)));
    } catch (EntityBuildException | SchemaException | InvalidChanges e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  /** Does the goal's work. */
  abstract void use(EntityBuild build, VersionModel version) throws MojoFailureException;

  private Optional<String> unit() {
    return Optional.ofNullable(persistenceUnit).filter(name -> !name.isEmpty());
  }

  private List<Path> classPath() throws MojoExecutionException {
    try {
      return project.getTestClasspathElements().stream().map(Path::of).toList();
    } catch (DependencyResolutionRequiredException e) {
      throw new MojoExecutionException("The project's class path is not resolved.", e);
    }
  }
}
