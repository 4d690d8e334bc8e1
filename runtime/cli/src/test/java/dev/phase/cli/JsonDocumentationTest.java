package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.engine.BackfillDetails;
import dev.phase.engine.Status;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field that a command prints stands in {@code docs/json-output.md}, under that command. */
final class JsonDocumentationTest {

  private static final Path PAGE = Path.of("..", "..", "docs", "json-output.md");

  /** What a command prints. */
  record Printed(String verb, Class<? extends Record> document) {}

  static Stream<Printed> documents() {
    return Stream.of(
        new Printed("status", Status.class),
        new Printed("plan", PlanView.Document.class),
        new Printed("history", HistoryCommand.Document.class),
        new Printed("verify", VerifyCommand.Document.class),
        new Printed("doctor", DoctorCommand.Document.class),
        new Printed("clients", ClientsCommand.Document.class),
        new Printed("backfill", BackfillListCommand.Document.class),
        new Printed("backfill", BackfillDetails.class),
        new Printed("lint", LintPrinter.Document.class),
        new Printed("schema", SchemaCommand.Document.class));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyFieldIsDescribed(Printed printed) throws IOException {
    String section = section(printed.verb());

    fields(printed.document())
        .filter(field -> !isDescribed(section, field))
        .findFirst()
        .ifPresent(
            field -> {
              throw new AssertionError(
                  "docs/json-output.md says nothing of %s under phase %s."
                      .formatted(field, printed.verb()));
            });
  }

  private static boolean isDescribed(String section, String field) {
    return section.contains("`" + field + "`") || section.contains(field + "[]`");
  }

  private static String section(String verb) throws IOException {
    String page = Files.readString(PAGE);
    String section =
        Arrays.stream(page.split("\n## "))
            .filter(part -> part.lines().findFirst().orElse("").contains("phase " + verb))
            .findFirst()
            .orElse("");
    assertTrue(!section.isEmpty(), "docs/json-output.md has no section for phase " + verb);
    String all = section;
    for (String other : new String[] {"status", "lint"}) {
      all += section.contains("as in `phase " + other + "`") ? section(other) : "";
    }
    return all;
  }

  private static Stream<String> fields(Class<?> document) {
    return Arrays.stream(document.getRecordComponents())
        .flatMap(c -> Stream.concat(Stream.of(c.getName()), inside(c)));
  }

  private static Stream<String> inside(RecordComponent component) {
    Type type = component.getGenericType();
    Type element =
        type instanceof ParameterizedType parameterized
            ? parameterized.getActualTypeArguments()[
                parameterized.getActualTypeArguments().length - 1]
            : type;
    return element instanceof Class<?> inner && inner.isRecord() ? fields(inner) : Stream.empty();
  }
}
