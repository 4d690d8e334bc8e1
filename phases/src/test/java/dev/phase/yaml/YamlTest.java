package dev.phase.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.problem.Place;
import dev.phase.problem.Problems;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlType;
import dev.phase.yaml.Sample.Circle;
import dev.phase.yaml.Sample.Colour;
import dev.phase.yaml.Sample.FilledSquare;
import dev.phase.yaml.Sample.Inner;
import dev.phase.yaml.Sample.Key;
import dev.phase.yaml.Sample.TextShape;
import dev.phase.yaml.Sample.Unwrapping;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YamlTest {

  private static final String FULL =
      """
      text: 2024
      flag: true
      number: 7
      maybe: false
      colour: dark_blue
      time_out: 24h
      name: Größe
      default: null
      type: numeric(10,2)
      sql: |
        SELECT 1;
        SELECT 2
      shapes:
        - circle: { radius: 3 }
        - filled_square: { fill: red }
        - text: {}
      keys: [ a, { column: b, order: desc } ]
      up: { b: 1, a: true }
      unwrapping: { outer: o, inside: i, size: 9000000000 }
      """;

  static Bound<Sample> read(String text) {
    Problems problems = new Problems();
    Optional<Bound<Sample>> bound =
        Yaml.parse("f.yaml", text, problems)
            .flatMap(node -> Yaml.bind(node, Sample.class, problems));
    assertEquals("", problems.toString());
    return bound.orElseThrow();
  }

  @Test
  void bindsEverythingThatIsWritten() {
    Sample expected =
        new Sample(
            "2024",
            true,
            Optional.of(7),
            Optional.of(false),
            Optional.of(Colour.DARK_BLUE),
            Optional.of(Duration.ofDays(1)),
            Optional.of(Identifier.of("Größe")),
            Optional.of(new SqlExpression("NULL")),
            Optional.of(new SqlType("numeric(10,2)")),
            Optional.of(new Sql("SELECT 1;\nSELECT 2\n")),
            List.of(
                new Circle(3),
                new FilledSquare(Optional.of("red")),
                new TextShape(Optional.empty())),
            List.of(Key.of("a"), new Key(Optional.of("b"), Optional.of("desc"))),
            Map.of(
                Identifier.of("a"), new SqlExpression("true"),
                Identifier.of("b"), new SqlExpression("1")),
            Optional.of(new Unwrapping("o", new Inner("i", Optional.of(9_000_000_000L)))));

    assertEquals(expected, read(FULL).value());
  }

  @Test
  void takesAbsenceForEmptyNoOrFalse() {
    Sample sample = read("text: a\nshapes: [ { text: {} } ]").value();

    assertEquals(Optional.empty(), sample.maybe());
    assertEquals(List.of(), sample.keys());
    assertEquals(Map.of(), sample.up());
    assertEquals(false, sample.flag());
  }

  @Test
  void keepsTheOrderOfMaps() {
    Sample sample = read("text: a\nshapes: [ { text: {} } ]\nup: { z: 1, a: 2, m: 3 }").value();

    assertEquals("[z, a, m]", sample.up().keySet().toString());
  }

  @Test
  void bindsAnAliasAsOftenAsItIsUsed() {
    Sample sample = read("text: a\nshapes: [ &c { circle: { radius: 3 } }, *c ]").value();

    assertEquals(List.of(new Circle(3), new Circle(3)), sample.shapes());
  }

  @Test
  void skipsAByteOrderMark() {
    assertEquals("a", read("\uFEFFtext: a\nshapes: [ { text: {} } ]").value().text());
  }

  @Test
  void knowsWhereEachValueStood() {
    Positions positions = read(FULL).positions();

    assertEquals(Optional.of(new Place("f.yaml", 8, 10)), positions.find("default"));
    assertEquals(
        Optional.of(new Place("f.yaml", 14, 23)), positions.find("shapes[0].circle.radius"));
    assertEquals(Optional.of(new Place("f.yaml", 18, 10)), positions.find("up.b"));
  }

  @Test
  void fallsBackToTheNearestValueAround() {
    Positions positions = read(FULL).positions();

    assertEquals(Optional.empty(), positions.find("shapes[2].text.font"));
    assertEquals("f.yaml:16:11", positions.nearest("shapes[2].text.font").orElseThrow().toString());
    assertEquals("f.yaml:14:3", positions.nearest("shapes[9]").orElseThrow().toString());
    assertEquals("f.yaml:1:1", positions.nearest("nowhere").orElseThrow().toString());
  }

  @Test
  void writesTheSameJsonWhateverTheLayout() {
    String json = CanonicalJson.write(read(FULL).value());

    assertEquals(
        """
        {"colour":"dark_blue","default":"NULL","flag":true,"keys":[{"column":"a"},\
        {"column":"b","order":"desc"}],"maybe":false,"name":"Größe","number":7,\
        "shapes":[{"circle":{"radius":3}},{"filled_square":{"fill":"red"}},{"text":{}}],\
        "sql":"SELECT 1;\\nSELECT 2\\n","text":"2024","time_out":"1d","type":"numeric(10,2)",\
        "unwrapping":{"inside":"i","outer":"o","size":9000000000},"up":{"a":"true","b":"1"}}""",
        json);
  }

  @Test
  void readsItsOwnJsonBack() {
    Sample sample = read(FULL).value();

    assertEquals(sample, CanonicalJson.read(CanonicalJson.write(sample), Sample.class));
  }

  @Test
  void readsJsonAsYaml() {
    Sample sample = read(FULL).value();

    assertEquals(sample, read(CanonicalJson.write(sample)).value());
  }

  @Test
  void formatsDurationsAsTheyAreRead() {
    for (String text : List.of("500ms", "5s", "10m", "23h", "7d", "0ms", "1500ms")) {
      assertEquals(text, Durations.format(Durations.parse(text)));
    }
    assertEquals("1d", Durations.format(Durations.parse("24h")));
  }

  @Test
  void describesARecordAsJsonSchema() {
    String schema = JsonSchema.of(Sample.class, "A sample");

    assertTrue(schema.contains("\"required\" : [\n    \"text\",\n    \"shapes\"\n  ]"), schema);
    assertTrue(schema.contains("\"dark_blue\""), schema);
    assertTrue(schema.contains("\"minItems\" : 1"), schema);
    assertTrue(schema.contains("\"maxProperties\" : 1"), schema);
  }
}
