package dev.phase.jpa.entity;

import dev.phase.sql.Identifier;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of a change file, as a person would write it. */
final class ChangeText {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*( [A-Za-z0-9_]+)*");
  private static final Set<String> WORDS =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private final StringBuilder operations = new StringBuilder();
  private boolean any;

  /** Whether no operation was written; notes alone make no change. */
  boolean isEmpty() {
    return !any;
  }

  void note(String format, Object... values) {
    line("  # " + format.formatted(values));
  }

  void operation(String kind, Map<String, String> fields) {
    any = true;
    line("  - %s: %s".formatted(kind, flow(fields)));
  }

  void table(Identifier name, List<Map<String, String>> columns, List<Identifier> key) {
    any = true;
    line("  # Add references, indexes and checks; the mapping does not tell all of them.");
    line("  - create_table:");
    line("      name: " + scalar(name.value()));
    line("      columns:");
    columns.forEach(column -> line("        - " + flow(column)));
    if (!key.isEmpty()) {
      line("      constraints:");
      line(
          "        - { name: %s, primary_key: [%s] }"
              .formatted(
                  scalar(name.value() + "_pkey"),
                  key.stream().map(c -> scalar(c.value())).collect(Collectors.joining(", "))));
    }
  }

  private void line(String line) {
    operations.append(line).append('\n');
  }

  String file(String version) {
    return """
        # A draft from the difference between the entities and version %s. Complete it, then look at
        # `phase plan`.
        description: What the entities need beyond version %s
        operations:
        %s"""
        .formatted(version, version, operations);
  }

  /** Values are YAML already. */
  static String flow(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + ": " + field.getValue())
        .collect(Collectors.joining(", ", "{ ", " }"));
  }

  /** A text, in quotes where YAML would take it for something else. */
  static String scalar(String text) {
    boolean plain =
        PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
    return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
