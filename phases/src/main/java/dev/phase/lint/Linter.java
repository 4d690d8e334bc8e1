package dev.phase.lint;

import dev.phase.change.ChangeFile;
import dev.phase.operation.CreateTable;
import dev.phase.operation.Operation;
import dev.phase.operation.SqlOperation;
import dev.phase.plan.Source;
import dev.phase.problem.Place;
import dev.phase.sql.Sql;
import dev.phase.yaml.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Applies all rules to change files. */
public final class Linter {

  private final ChangeFile file;
  private final List<String> lines;
  private final Findings findings = new Findings();

  private Linter(ChangeFile file) {
    this.file = file;
    try {
      this.lines = Files.readAllLines(file.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the rules find and no comment explains, in the order of the files and their lines. */
  public static List<Finding> lint(List<ChangeFile> files) {
    return files.stream().flatMap(file -> new Linter(file).lint().stream()).toList();
  }

  private List<Finding> lint() {
    List<Operation> operations = file.change().operations();
    Set<String> created = created(operations);
    for (int i = 0; i < operations.size(); i++) {
      Operation operation = operations.get(i);
      Source source =
          new Source(
              file.change().id(),
              "operations[%d].%s".formatted(i, Yaml.kind(Operation.class, operation)));
      for (OperationRule<?> rule : OperationRules.all()) {
        rule.check(operation, source, this::warn);
      }
      if (operation instanceof SqlOperation sql) {
        lint(sql, source, created);
      }
    }
    return explained();
  }

  private void warn(String rule, Source source, String what, String remedy) {
    findings.add(rule, Severity.WARNING, place(source), what, remedy);
  }

  private void lint(SqlOperation sql, Source source, Set<String> created) {
    lint(sql.expand(), SqlPart.Phase.EXPAND, sql, source.child("expand"), created);
    lint(sql.contract(), SqlPart.Phase.CONTRACT, sql, source.child("contract"), created);
    lint(sql.undo(), SqlPart.Phase.UNDO, sql, source.child("undo"), created);
  }

  private void lint(
      Optional<Sql> text,
      SqlPart.Phase phase,
      SqlOperation sql,
      Source source,
      Set<String> created) {
    if (text.isEmpty() || text.get().sql().isBlank()) {
      return;
    }
    Place place = place(source);
    boolean transaction = sql.transaction().orElse(true);
    SqlLinter.lint(
        text.get(), new SqlPart(phase, transaction, created, place, isBlock(place)), findings);
  }

  private List<Finding> explained() {
    Ignores ignores = new Ignores(lines);
    List<Finding> left =
        new ArrayList<>(findings.list().stream().filter(f -> !ignores.cover(f)).toList());
    Findings comments = new Findings();
    ignores.report(file.path().toString(), comments);
    left.addAll(comments.list());
    left.sort(
        Comparator.<Finding>comparingInt(f -> f.place().line())
            .thenComparing(f -> f.place().column()));
    return left;
  }

  /** The tables that the change itself creates. */
  private static Set<String> created(List<Operation> operations) {
    Set<String> created = new HashSet<>();
    for (Operation operation : operations) {
      if (operation instanceof CreateTable table) {
        created.add(table.name().value());
      } else if (operation instanceof SqlOperation sql && sql.expand().isPresent()) {
        created.addAll(SqlLinter.created(sql.expand().get()));
      }
    }
    return created;
  }

  private Place place(Source source) {
    return file.positions()
        .nearest(source.path())
        .orElseGet(() -> Place.of(file.path().toString()));
  }

  /** Whether the text stands on the lines below its place, as after {@code expand: |}. */
  private boolean isBlock(Place place) {
    if (place.line() == 0 || place.line() > lines.size()) {
      return false;
    }
    String line = lines.get(place.line() - 1);
    return place.column() <= line.length() && "|>".indexOf(line.charAt(place.column() - 1)) >= 0;
  }
}
