package dev.phase.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** What a goal prints. */
final class RecordingLog extends SystemStreamLog {

  private final List<String> lines = new ArrayList<>();

  @Override
  public void info(CharSequence line) {
    lines.add(line.toString());
  }

  String text() {
    return String.join("\n", lines);
  }
}
