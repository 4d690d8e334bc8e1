package dev.phase.maven;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** A goal that looks at the project's entities with the project's own Hibernate. */
abstract class EntityMojo extends AbstractMojo {

  private static final String TOOL = "dev.phase.jpa.entity.EntityTool";

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

  /** Does nothing. */
  @Parameter(property = "phase.skip", defaultValue = "false")
  boolean skip;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Skipped, as phase.skip says.");
      return;
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = loader()) {
      thread.setContextClassLoader(loader);
      use(loader.loadClass(TOOL));
    } catch (ReflectiveOperationException | IOException e) {
      throw problem(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Does the goal's work with the tool, as the project's class loader sees it. */
  abstract void use(Class<?> tool)
      throws ReflectiveOperationException, MojoFailureException;

  /** Calls one of the tool's methods. */
  final Object call(Class<?> tool, String method) throws ReflectiveOperationException {
    return tool.getMethod(method, Path.class, Map.class, Path.class, String.class)
        .invoke(null, classes.toPath(), hibernate, changes.toPath(), schema);
  }

  private static MojoExecutionException problem(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return new MojoExecutionException(
        "The entities cannot be read: %s. Make sure that Hibernate is on the project's class path."
            .formatted(cause.getMessage()),
        cause);
  }

  /** The project's class path first, so that its Hibernate is used; then what Phase needs. */
  private URLClassLoader loader() throws MalformedURLException, MojoExecutionException {
    List<URL> urls = new ArrayList<>();
    try {
      for (String element : project.getTestClasspathElements()) {
        urls.add(new File(element).toURI().toURL());
      }
    } catch (DependencyResolutionRequiredException e) {
      throw new MojoExecutionException("The project's class path is not resolved.", e);
    }
    urls.addAll(own());
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private static List<URL> own() {
    ClassLoader realm = EntityMojo.class.getClassLoader();
    return realm instanceof URLClassLoader jars ? List.of(jars.getURLs()) : List.of();
  }
}
