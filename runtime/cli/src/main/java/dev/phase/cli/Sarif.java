package dev.phase.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The findings as SARIF 2.1.0, which code hosts show beside the lines. */
final class Sarif {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private Sarif() {}

  static Map<String, Object> of(List<LintFinding> findings) {
    List<Object> results = new ArrayList<>();
    TreeSet<String> ids = new TreeSet<>();
    for (LintFinding finding : findings) {
      ids.add(finding.rule());
      results.add(result(finding));
    }
    List<Object> rules = new ArrayList<>();
    for (String id : ids) {
      rules.add(Map.of("id", id));
    }
    Map<String, Object> driver =
        Map.of("name", "phase lint", "version", ProductVersion.read(), "rules", rules);
    return Map.of(
        "$schema", SCHEMA,
        "version", "2.1.0",
        "runs", List.of(Map.of("tool", Map.of("driver", driver), "results", results)));
  }

  private static Map<String, Object> result(LintFinding finding) {
    return Map.of(
        "ruleId", finding.rule(),
        "level", finding.severity(),
        "message", Map.of("text", finding.what() + " " + finding.remedy()),
        "locations", List.of(locations(finding)));
  }

  private static Map<String, Object> locations(LintFinding finding) {
    Map<String, Object> file = location(finding);
    return finding
        .entity()
        .<Map<String, Object>>map(
            entity ->
                Map.of(
                    "physicalLocation",
                    file,
                    "logicalLocations",
                    List.of(Map.of("fullyQualifiedName", entity.place()))))
        .orElseGet(() -> Map.of("physicalLocation", file));
  }

  private static Map<String, Object> location(LintFinding finding) {
    Map<String, Object> file = Map.of("uri", finding.file().replace('\\', '/'));
    return finding.line() == 0
        ? Map.of("artifactLocation", file)
        : Map.of(
            "artifactLocation", file,
            "region", Map.of("startLine", finding.line(), "startColumn", finding.column()));
  }
}
