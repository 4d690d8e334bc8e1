package dev.phase.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "schema",
    description = {
      "Print the schema of the newest version, from the change files alone.",
      "With --url, print a JDBC URL that leads to it; its value defaults to the settings' URL."
    })
final class SchemaCommand implements Callable<Integer> {

  /** The whole of {@code phase schema -o json}. */
  record Document(String version, String schema, String searchPath, Optional<String> url) {}

  private final Project project;

  @Mixin private OutputOption output;

  SchemaCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    Versions versions = project.versions();
    String version = versions.newest();
    String schema = versions.schema(version);
    String path = versions.searchPath(version);
    Optional<String> url =
        project.options().hasUrl()
            ? Optional.of(withSearchPath(project.settings().jdbcUrl(), path))
            : Optional.empty();
    project
        .console()
        .print(
            output.isJson()
                ? Json.of(new Document(version, schema, path, url))
                : url.orElse(schema));
    return 0;
  }

  private static String withSearchPath(String url, String path) {
    int mark = url.indexOf('?');
    StringBuilder result = new StringBuilder(mark < 0 ? url : url.substring(0, mark));
    char separator = '?';
    for (String parameter : mark < 0 ? new String[0] : url.substring(mark + 1).split("&")) {
      if (!parameter.startsWith("currentSchema=")) {
        result.append(separator).append(parameter);
        separator = '&';
      }
    }
    String value = URLEncoder.encode(path, StandardCharsets.UTF_8).replace("%2C", ",");
    return result.append(separator).append("currentSchema=").append(value).toString();
  }
}
