package dev.phase.lint;

import dev.phase.problem.Place;
import dev.phase.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects findings. */
final class Findings {

  private final List<Finding> list = new ArrayList<>();

  void add(String rule, Severity severity, Place place, String what, String remedy) {
    list.add(new Finding(rule, severity, new Problem(place, what, remedy)));
  }

  List<Finding> list() {
    return List.copyOf(list);
  }
}
