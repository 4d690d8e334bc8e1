package dev.phase.lint;

import java.util.function.BiPredicate;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * What a part of an {@code sql} operation must not contain.
 *
 * @param on the kind of node that it looks at
 * @param found whether this node, in this part, is what it warns of
 * @param what one sentence about the node
 * @param remedy one sentence: what to do instead
 */
record SqlRule<C extends ParserRuleContext>(
    String id,
    Severity severity,
    Class<C> on,
    BiPredicate<C, SqlPart> found,
    Function<C, String> what,
    String remedy) {

  static <C extends ParserRuleContext> SqlRule<C> error(
      String id,
      Class<C> on,
      BiPredicate<C, SqlPart> found,
      Function<C, String> what,
      String remedy) {
    return new SqlRule<>(id, Severity.ERROR, on, found, what, remedy);
  }

  static <C extends ParserRuleContext> SqlRule<C> warning(
      String id,
      Class<C> on,
      BiPredicate<C, SqlPart> found,
      Function<C, String> what,
      String remedy) {
    return new SqlRule<>(id, Severity.WARNING, on, found, what, remedy);
  }

  /** Adds a finding where the node is one of its kind and is what it warns of. */
  void check(ParserRuleContext node, SqlPart part, Findings findings) {
    if (on.isInstance(node) && found.test(on.cast(node), part)) {
      findings.add(
          id, severity, part.at(node.getStart().getLine()), what.apply(on.cast(node)), remedy);
    }
  }
}
