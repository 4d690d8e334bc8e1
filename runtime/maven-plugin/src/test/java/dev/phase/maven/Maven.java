package dev.phase.maven;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The Maven that runs this build, with what this build has made in a repository of its own. */
final class Maven {

  /** From artifact to directory. */
  private static final Map<String, String> JARS =
      Map.of(
          "phases", "phases",
          "compat-views", "compat-views",
          "backfill", "backfill",
          "phase-engine", "runtime/engine",
          "phase-worker", "runtime/worker",
          "phase-jpa", "runtime/jpa",
          "phase-cli", "runtime/cli",
          "phase-maven-plugin", "runtime/maven-plugin");

  private static final Map<String, String> PARENTS =
      Map.of("phase", ".", "phase-runtime", "runtime");

  private final Path home;
  private final Path repository;

  /**
   * How a build ended.
   *
   * @param code 0 for success
   */
  record Outcome(int code, String log) {}

  private Maven(Path home, Path repository) {
    this.home = home;
    this.repository = repository;
  }

  /** Empty where something else than Maven runs the tests. */
  static Optional<Path> home() {
    return Optional.ofNullable(System.getProperty("phase.test.maven"))
        .map(Path::of)
        .filter(Files::isDirectory);
  }

  static String version() {
    return System.getProperty("phase.test.version");
  }

  /**
   * @param repository an empty directory; goes before the user's, which nothing is added to
   */
  static Maven with(Path repository) throws IOException {
    Path root = Path.of("../..");
    for (Map.Entry<String, String> parent : PARENTS.entrySet()) {
      pom(repository, parent.getKey(), root.resolve(parent.getValue()));
    }
    for (Map.Entry<String, String> module : JARS.entrySet()) {
      Path directory = root.resolve(module.getValue());
      pom(repository, module.getKey(), directory);
      jar(directory.resolve("target/classes"), file(repository, module.getKey(), "jar"));
    }
    return new Maven(home().orElseThrow(), repository);
  }

  Outcome run(Path project, Map<String, String> environment, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                home.resolve("bin/mvn").toString(),
                "-o",
                "-B",
                "-ntp",
                "-Dmaven.repo.local=" + repository,
                "-Dmaven.repo.local.tail=" + System.getProperty("phase.test.repository"),
                "-Dmaven.repo.local.tail.ignoreAvailability=true",
                "-Dphase.version=" + version(),
                "-Dhibernate.version=" + System.getProperty("phase.test.hibernate")));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    try (InputStream log = process.getInputStream()) {
      String text = new String(log.readAllBytes(), StandardCharsets.UTF_8);
      return new Outcome(process.waitFor(), text);
    }
  }

  private static Path file(Path repository, String artifact, String type) throws IOException {
    Path directory = repository.resolve("dev/phase").resolve(artifact).resolve(version());
    Files.createDirectories(directory);
    return directory.resolve("%s-%s.%s".formatted(artifact, version(), type));
  }

  private static void pom(Path repository, String artifact, Path directory) throws IOException {
    Files.copy(directory.resolve("pom.xml"), file(repository, artifact, "pom"));
  }

  private static void jar(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
        Files.copy(path, out);
        out.closeEntry();
      }
    }
  }
}
