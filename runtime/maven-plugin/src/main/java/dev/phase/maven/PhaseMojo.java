package dev.phase.maven;

import dev.phase.cli.Invocation;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that runs a command. What is not given here comes from the environment and phase.yaml. */
abstract class PhaseMojo extends AbstractMojo {

  @Parameter(defaultValue = "${project.basedir}", readonly = true)
  File basedir;

  /** The settings' file; {@code phase.yaml} by default. */
  @Parameter(property = "phase.config")
  String config;

  /** The database. The password comes from PHASE_PASSWORD or PHASE_PASSWORD_FILE. */
  @Parameter(property = "phase.url")
  String url;

  /** The database's user. */
  @Parameter(property = "phase.user")
  String user;

  /** The base schema. */
  @Parameter(property = "phase.schema")
  String schema;

  /** The directory of change files. */
  @Parameter(property = "phase.changes")
  String changes;

  /** Does nothing. */
  @Parameter(property = "phase.skip", defaultValue = "false")
  boolean skip;

  Map<String, String> environment = System.getenv();

  @Override
  public void execute() throws MojoFailureException {
    if (skip) {
      getLog().info("Skipped, as phase.skip says.");
    } else {
      run(command());
    }
  }

  /** The verb and its own arguments. */
  abstract List<String> command();

  private void run(List<String> command) throws MojoFailureException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(command);
    add(arguments, "--config", config);
    add(arguments, "--url", url);
    add(arguments, "--user", user);
    add(arguments, "--schema", schema);
    add(arguments, "--changes", changes);
    int code = Invocation.run(basedir.toPath(), environment, out, err, arguments);
    text(out).lines().forEach(getLog()::info);
    if (code != 0) {
      throw new MojoFailureException(text(err).strip());
    }
    text(err).lines().forEach(getLog()::info);
  }

  static void add(List<String> arguments, String flag, String value) {
    if (value != null && !value.isEmpty()) {
      arguments.add(flag + "=" + value);
    }
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
