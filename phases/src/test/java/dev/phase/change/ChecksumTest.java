package dev.phase.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.phase.operation.Operation;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumTest {

  private static final String PLAIN =
      """
      operations:
        - add_constraint: { table: t, name: n, check: a > 0, up: { a: 1, b: 2 } }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        # a comment
        operations:
        - add_constraint:
            check: "a > 0"   # another
            up:
              b: 2
              a: '1'
            name: n
            table: "t"
        """,
        "{operations: [{add_constraint: {table: t, name: n, check: a > 0, up: {a: 1, b: 2}, down: {}}}]}"
      })
  void isTheSameForWhatSaysTheSame(String text) {
    assertEquals(Checksum.of(Samples.read(PLAIN)), Checksum.of(Samples.read(text)));
  }

  @ParameterizedTest
  @CsvSource({"a > 0, a >  0", "table: t, table: T", "a: 1, a: 3", "b: 2, c: 2"})
  void isAnotherForWhatSaysSomethingElse(String old, String replacement) {
    assertNotEquals(
        Checksum.of(Samples.read(PLAIN)),
        Checksum.of(Samples.read(PLAIN.replace(old, replacement))));
  }

  @Test
  void tellsNoFromNothingSaid() {
    String silent = "operations: [ { alter_column: { table: t, column: c, up: c } } ]";
    String no = silent.replace("up:", "nullable: false, up:");

    assertNotEquals(Checksum.of(Samples.read(silent)), Checksum.of(Samples.read(no)));
  }

  /** Databases hold these: where one of them changes, every deployed change counts as edited. */
  @ParameterizedTest
  @CsvSource({
    "0, e37a5ba47665b4694753437d88d81d9850b54549bd632a14968cdc21ddb71d0c",
    "3, 1c2a95e29862401c384090979176ea32db1835b400c6085ee960b2c90568c2a1",
    "6, ef8eb4279df275e7f39a71879cf6697d047077c3839ff58b111e93bd4c342c2d",
    "12, a38a6cd4dd0a1ad0bc98b9e3e721eca42b4c36072c45939554662364f5079f1e",
  })
  void staysTheSameForever(int operation, String checksum) {
    assertEquals(checksum, Checksum.of(Samples.each().get(operation)));
  }

  @Test
  void leavesOutWhatMayChangeAfterwards() {
    Change change =
        Samples.read(PLAIN + "description: d\nbackfill: { pause: 1s }\ncontract: { keep: 1 }\n");

    assertEquals(Checksum.of(Samples.read(PLAIN)), Checksum.of(change));
  }

  static Stream<Change> changes() {
    return Stream.concat(Samples.each().stream(), Stream.of(Samples.change()));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void readsTheJsonBack(Change change) {
    assertEquals(change, ChangeJson.read("0007", ChangeJson.write(change)));
  }

  @Test
  void samplesCoverEveryOperation() {
    Set<Class<?>> covered =
        Samples.change().operations().stream().map(Object::getClass).collect(Collectors.toSet());

    assertEquals(Set.of(Operation.class.getPermittedSubclasses()), covered);
  }
}
