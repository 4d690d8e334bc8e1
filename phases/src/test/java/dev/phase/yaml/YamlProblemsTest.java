package dev.phase.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.phase.problem.Problem;
import dev.phase.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlProblemsTest {

  private static final String VALID = "text: a\nshapes: [ { text: {} } ]\n";

  private static List<String> problems(String text) {
    Problems problems = new Problems();
    Yaml.parse("f.yaml", text, problems)
        .ifPresent(node -> Yaml.bind(node, Sample.class, problems));
    return problems.list().stream().map(Problem::toString).toList();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments("numbr: 7", "3:1: Unknown key `numbr`. Did you mean `number`? Known here: colour,"
            + " default, flag, keys, maybe, name, number, shapes, sql, text, time_out, type,"
            + " unwrapping, up."),
        arguments("time-out: 7s", "3:1: Unknown key `time-out`. Did you mean `time_out`? Known here:"
            + " colour, default, flag, keys, maybe, name, number, shapes, sql, text, time_out, type,"
            + " unwrapping, up."),
        arguments("keys: [ { zzzzz: 1 } ]", "3:11: Unknown key `zzzzz` in `keys[0]`. Remove it, or"
            + " use one that is known here: column, order."),
        arguments("text: b", "3:1: Key `text` is already on line 1. Remove one of them."),
        arguments("keys: { a: b }", "3:7: `keys` must be a list, but is a mapping. Start each entry"
            + " with a dash, or put all in brackets."),
        arguments("keys: a", "3:7: `keys` must be a list, but is \"a\". Start each entry with a"
            + " dash, or put all in brackets."),
        arguments("up: [ a ]", "3:5: `up` must be a mapping, but is a list. Write `key: value` in"
            + " it."),
        arguments("number: many", "3:9: `number` must be a whole number, but is \"many\". Write a"
            + " whole number."),
        arguments("number: \"7\"", "3:9: `number` must be a whole number, but is \"7\". Write it"
            + " without quotes."),
        arguments("number: 99999999999", "3:9: `number` must be a whole number, but is"
            + " \"99999999999\". Write a whole number."),
        arguments("number: 0", "3:9: `number` is \"0\", which is too small. Write 1 or more."),
        arguments("time_out: 0s", "3:11: `time_out` is \"0s\", which is too small. Write 1ms or"
            + " more."),
        arguments("time_out: 5 seconds", "3:11: `time_out` must be a duration such as 500ms, 5s,"
            + " 10m, 24h or 7d, but is \"5 seconds\". Write a duration such as 500ms, 5s, 10m, 24h"
            + " or 7d."),
        arguments("flag: yes", "3:7: `flag` must be true or false, but is \"yes\". Write true or"
            + " false."),
        arguments("flag: 1", "3:7: `flag` must be true or false, but is \"1\". Write true or"
            + " false."),
        arguments("colour: green", "3:9: `colour` must be one of red, dark_blue, but is \"green\"."
            + " Write one of red, dark_blue."),
        arguments("colour: [ red ]", "3:9: `colour` must be one of red, dark_blue, but is a list."
            + " Write one of red, dark_blue."),
        arguments("name:", "3:6: `name` has no value. Write a name, or remove the key."),
        arguments("name: \"\"", "3:7: A name must have at least one character and no NUL. Correct"
            + " `name`."),
        arguments("name: " + "x".repeat(64), "3:7: Name \"" + "x".repeat(64)
            + "\" is longer than 63 bytes. Correct `name`."),
        arguments("default:", "3:9: `default` has no value. Write an SQL expression, or remove the"
            + " key."),
        arguments("default: \"a)\"", "3:10: Unexpected ')'. Correct `default`."),
        arguments("default: !secret x", "3:10: The tag !secret means nothing here. Remove the tag."),
        arguments("? [ a ]\n: b", "3:3: A key must be a name, but is a list or a mapping. Write one"
            + " name before the colon."),
        arguments("unwrapping: { inside: i }", "3:13: Key `outer` is missing in `unwrapping`. Add"
            + " `outer:` with a text."),
        arguments("unwrapping: { outer: i }", "3:13: Key `inside` is missing in `unwrapping`. Add"
            + " `inside:` with a text."));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void saysWhatIsWrongWhereAndWhatToDo(String added, String problem) {
    assertEquals(List.of("f.yaml:" + problem), problems(VALID + added));
  }

  static Stream<Arguments> wrongShapes() {
    return Stream.of(
        arguments("[]", "2:9: `shapes` is empty. Give it at least one entry."),
        arguments("[ { circel: { radius: 1 } } ]", "2:13: There is no shape `circel`. Did you mean"
            + " `circle`? Known here: circle, filled_square, text."),
        arguments("[ { circle: { radius: 1 }, text: {} } ]", "2:11: This shape must have one key,"
            + " its kind, but has `circle`, `text`. Indent its fields below the kind, and start"
            + " each shape with a dash of its own."),
        arguments("[ {} ]", "2:11: This shape must have one key, its kind, but has none. Indent its"
            + " fields below the kind, and start each shape with a dash of its own."),
        arguments("[ circle ]", "2:11: `shapes[0]` must be a mapping, but is \"circle\". Write its"
            + " kind as the key, for instance `circle:`."),
        arguments("[ { circle: 3 } ]", "2:21: `circle` must be a mapping, but is \"3\". Write `key:"
            + " value`; the keys are radius."),
        arguments("[ { circle: { radius: 13 } } ]", "2:21: A circle of 13 brings bad luck. Correct"
            + " `circle`."));
  }

  @ParameterizedTest
  @MethodSource("wrongShapes")
  void checksKinds(String shapes, String problem) {
    assertEquals(List.of("f.yaml:" + problem), problems("text: a\nshapes: " + shapes));
  }

  @Test
  void reportsEveryProblemAtOnce() {
    assertEquals(
        List.of(
            "f.yaml:1:7: `flag` must be true or false, but is \"maybe\". Write true or false.",
            "f.yaml:3:23: `radius` must be a whole number, but is \"x\". Write a whole number.",
            "f.yaml:4:12: `circle` must be a mapping, but is empty. Write `key: value`; the keys are"
                + " radius.",
            "f.yaml:1:1: Key `text` is missing. Add `text:` with a text."),
        problems(
            """
            flag: maybe
            shapes:
              - circle: { radius: x }
              - circle:
            """));
  }

  @Test
  void reportsMalformedYamlOnce() {
    List<String> problems = problems("text: a\nshapes: [ {\n");

    assertEquals(1, problems.size());
    assertTrue(problems.get(0).startsWith("f.yaml:3:1: This is not YAML: "), problems.get(0));
    assertTrue(
        problems.get(0).endsWith("Correct the indentation, the quotes or the brackets here or just above."),
        problems.get(0));
  }

  @Test
  void refusesAnEmptyFile() {
    assertEquals(
        List.of(
            "f.yaml:1:1: The file must be a mapping, but is empty. Write `key: value`; the keys are"
                + " text, flag, number, maybe, colour, time_out, name, default, type, sql, shapes,"
                + " keys, up, unwrapping."),
        problems("# nothing\n"));
  }

  @Test
  void refusesASecondDocument() {
    List<String> problems = problems(VALID + "---\n" + VALID);

    assertEquals(1, problems.size());
    assertTrue(problems.get(0).startsWith("f.yaml:3:1: This is not YAML: "), problems.get(0));
  }

  @Test
  void survivesAliasBombs() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [ x ]\n");
    for (int i = 1; i < 25; i++) {
      bomb.append("a%d: &a%d [ *a%d, *a%d ]\n".formatted(i, i, i - 1, i - 1));
    }

    List<String> problems =
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> problems(bomb.toString()));

    assertEquals(1, problems.size());
    assertTrue(problems.get(0).contains("aliases that multiply"), problems.get(0));
  }

  @Test
  void survivesAliasesToThemselves() {
    assertEquals(1, problems("text: a\nshapes: &s [ *s ]\n").size());
  }

  @Test
  void survivesDeepNesting() {
    assertEquals(1, problems("text: " + "[".repeat(100_000)).size());
  }
}
