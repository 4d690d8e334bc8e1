package dev.phase.cli;

import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.jpa.build.EntityBuild;
import dev.phase.jpa.build.EntityBuildException;
import dev.phase.jpa.entity.Finding;
import dev.phase.model.VersionModel;
import dev.phase.schema.SchemaException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds an application's entities against the version that the change files lead to. */
final class EntityLint {

  private static final int LEVELS = 5;
  private static final List<String> SOURCES =
      List.of("src/main/java/%s.java", "src/main/kotlin/%s.kt");

  private final Project project;
  private final EntityOptions options;

  EntityLint(Project project, EntityOptions options) {
    this.project = project;
    this.options = options;
  }

  /** What differs; nothing where no entities were given. */
  List<LintFinding> findings() {
    List<LintFinding> findings = new ArrayList<>();
    Optional<Path> given = options.place();
    if (given.isEmpty()) {
      return findings;
    }
    Path directory = project.directory().toAbsolutePath();
    Path place = directory.resolve(given.get());
    try (EntityBuild build =
        EntityBuild.open(place, options.classPath(directory), options.unit())) {
      for (Finding finding : build.check(options.settings(), version())) {
        findings.add(LintFinding.of(file(finding, place, directory), finding));
      }
    } catch (EntityBuildException e) {
      throw new PhaseException(ExitCode.INVALID, e.getMessage(), e);
    }
    return findings;
  }

  private VersionModel version() {
    try {
      return VersionModel.read(project.settings().changes(), project.settings().schema());
    } catch (SchemaException | IllegalArgumentException e) {
      throw new PhaseException(ExitCode.INVALID, e.getMessage(), e);
    }
  }

  /** The entity's source, where builds usually have it; else the place that was given. */
  private String file(Finding finding, Path place, Path directory) {
    int inner = finding.entity().indexOf('$');
    String outer = inner < 0 ? finding.entity() : finding.entity().substring(0, inner);
    Path root = place;
    for (int level = 0; level < LEVELS && root != null; level++, root = root.getParent()) {
      for (String pattern : SOURCES) {
        Path source = root.resolve(pattern.formatted(outer.replace('.', '/')));
        if (Files.exists(source)) {
          return shown(source, directory);
        }
      }
    }
    return shown(place, directory);
  }

  private static String shown(Path file, Path directory) {
    Path normal = file.normalize();
    return (normal.startsWith(directory) ? directory.relativize(normal) : normal).toString();
  }
}
