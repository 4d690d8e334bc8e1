package dev.phase.engine;

import dev.phase.testkit.Database;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What {@code pg_dump} writes for one schema, as sorted lines without the schema's name: it would
 * notice what {@link CatalogPicture} does not look at. Only where Debian's clients are installed, of
 * the server's version or a later one.
 */
final class DumpPicture {

  private static final int NEWEST = 20;

  private DumpPicture() {}

  static Optional<List<String>> of(Database database, String schema) throws Exception {
    Optional<Path> program = program(database.majorVersion());
    return program.isEmpty()
        ? Optional.empty()
        : Optional.of(picture(dump(program.get(), database, schema), schema));
  }

  private static Optional<Path> program(int server) {
    return IntStream.range(server, NEWEST)
        .mapToObj(major -> Path.of("/usr/lib/postgresql/%d/bin/pg_dump".formatted(major)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String dump(Path program, Database database, String schema)
      throws IOException, InterruptedException {
    URI server = URI.create(database.url().substring("jdbc:".length()));
    ProcessBuilder process =
        new ProcessBuilder(
            program.toString(),
            "--schema-only",
            "--schema=\"" + schema + '"',
            "--host=" + server.getHost(),
            "--port=" + server.getPort(),
            "--username=" + database.user(),
            database.name());
    process.environment().put("PGPASSWORD", database.password());
    Process dump = process.redirectErrorStream(true).start();
    String text = new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (dump.waitFor() != 0) {
      throw new IOException(text);
    }
    return text;
  }

  private static List<String> picture(String dump, String schema) {
    return dump.lines()
        .map(line -> line.replace('"' + schema + "\".", "").replace(schema + ".", ""))
        .map(line -> line.strip().replaceFirst(",$", ""))
        .filter(line -> !line.isEmpty() && !line.contains(" SCHEMA "))
        .filter(line -> !line.matches("(--|SET |SELECT pg_catalog.set_config|\\\\).*"))
        .sorted()
        .toList();
  }
}
