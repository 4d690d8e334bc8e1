package dev.phase.engine.property;

import dev.phase.engine.property.Scene.Link;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What one statement must have done to one row. */
final class Checks {

  private final Scene scene;
  private final Statement statement;
  private final Flow flow;
  private final List<String> problems = new ArrayList<>();

  Checks(Scene scene, Statement statement) {
    this.scene = scene;
    this.statement = statement;
    this.flow = new Flow(scene, statement.version());
  }

  List<String> problems() {
    return problems;
  }

  void inserted(Row after) {
    Map<String, String> given =
        statement.inserted().get(after.base().get(scene.physical(0, scene.shape(0).key().name())));
    for (ColumnShape column : scene.shape(statement.version()).columns()) {
      expectInserted(column, given, after);
    }
    converges(after);
    for (int i = 0; i < scene.links().size(); i++) {
      Link link = scene.links().get(i);
      boolean older = statement.version() < link.boundary();
      if (link.targets(!older).isEmpty()) {
        expect((older ? after.ups() : after.downs()).get(i), "a new row breaks " + text(link));
      }
    }
  }

  private void expectInserted(ColumnShape column, Map<String, String> given, Row after) {
    String value = seen(after, column);
    if (given.containsKey(column.name())) {
      same(column, given.get(column.name()), value);
    } else if (column.filled() == ColumnShape.Filled.VOLATILE) {
      expect(value != null, column.name() + " lacks its default");
    } else {
      same(
          column,
          column.filled() == ColumnShape.Filled.CONSTANT ? column.kind().constant() : null,
          value);
    }
  }

  void updated(Row before, Row after, Map<String, String> set) {
    Judge judge = new Judge(scene, statement);
    Set<String> changed = judge.changes(before, set);
    judge.updated(changed);
    Predicate<Link> right = judge::updateIsRight;
    Set<String> touched = flow.from(changed, right);
    Set<String> wrong =
        flow.targets(
            link ->
                !right.test(link) && link.holders().stream().anyMatch(touched::contains));
    Set<String> unsure = flow.from(wrong, link -> false);
    for (ColumnShape column : scene.shape(statement.version()).all()) {
      String physical = scene.physical(statement.version(), column.name());
      if (!unsure.contains(physical)) {
        String wanted =
            set.containsKey(column.name()) ? set.get(column.name()) : before.base().get(physical);
        same(column, wanted, seen(after, column));
      }
    }
    before
        .base()
        .forEach(
            (physical, value) ->
                expect(
                    touched.contains(physical)
                        || unsure.contains(physical)
                        || Objects.equals(value, after.base().get(physical)),
                    "physical column %s became %s instead of staying %s"
                        .formatted(physical, after.base().get(physical), value)));
    converges(after);
    for (int i = 0; i < scene.links().size(); i++) {
      if (right.test(scene.links().get(i))) {
        followsItsOrigin(i, before, after);
      }
      if (judge.isSilent()) {
        keepsItsOwn(i, judge, changed, before, after);
      }
    }
  }

  private void followsItsOrigin(int i, Row before, Row after) {
    Link link = scene.links().get(i);
    if (link.holders().stream()
        .anyMatch(h -> !Objects.equals(before.base().get(h), after.base().get(h)))) {
      boolean older = statement.version() < link.boundary();
      expect((older ? after.ups() : after.downs()).get(i), "an update breaks " + text(link));
    }
  }

  /** Without evidence and session, the new side survives if it says something of its own. */
  private void keepsItsOwn(int i, Judge judge, Set<String> changed, Row before, Row after) {
    Link link = scene.links().get(i);
    if (!judge.isOpen(link)
        || before.ups().get(i)
        || !before.downs().get(i)
        || link.holders().stream().noneMatch(changed::contains)) {
      return;
    }
    Set<String> own = new HashSet<>(link.targets(true));
    scene.links().stream()
        .filter(l -> l.rule().position() > link.rule().position())
        .forEach(l -> own.removeAll(l.targets(false)));
    for (String physical : own) {
      expect(
          Objects.equals(before.base().get(physical), after.base().get(physical)),
          "physical column %s lost what only it held: %s"
              .formatted(physical, before.base().get(physical)));
    }
  }

  /** Every rule with two sides holds in one direction. */
  void converges(Row row) {
    for (int i = 0; i < scene.links().size(); i++) {
      Link link = scene.links().get(i);
      if (!link.targets(true).isEmpty() && !link.targets(false).isEmpty()) {
        expect(row.ups().get(i) || row.downs().get(i), "no convergence of " + text(link));
      }
    }
  }

  private String seen(Row row, ColumnShape column) {
    return Optional.ofNullable(row.seen().get(scene.version(statement.version()).name()))
        .orElse(row.base())
        .get(column.name());
  }

  private void same(ColumnShape column, String expected, String actual) {
    expect(
        Objects.equals(expected, actual),
        "version %d reads %s in %s instead of %s"
            .formatted(statement.version(), actual, column.name(), expected));
  }

  private static String text(Link link) {
    return "the rule of version %d: up %s, down %s"
        .formatted(
            link.boundary(),
            link.rule().up().stream().map(c -> c.target().physical() + " = " + c.expression()).toList(),
            link.rule().down().stream()
                .map(c -> c.target().physical() + " = " + c.expression())
                .toList());
  }

  private void expect(boolean condition, String problem) {
    if (!condition) {
      problems.add(problem);
    }
  }
}
