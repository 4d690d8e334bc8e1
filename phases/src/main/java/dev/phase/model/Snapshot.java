package dev.phase.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.phase.json.Json;
import dev.phase.schema.EnumType;
import dev.phase.schema.Sequence;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import java.util.List;

/**
 * What a version looks like, to be kept in a file beside the change files.
 *
 * @param format of the file
 * @param version the version's name
 * @param tables under their logical names, as if nothing were in flight
 * @param views the names of other relations that can be read
 */
public record Snapshot(
    int format,
    String version,
    List<Table> tables,
    List<Identifier> views,
    List<Sequence> sequences,
    List<EnumType> enums) {

  /** The version that was there before the first change. */
  public static final String BASELINE = "baseline";

  private static final int FORMAT = 1;

  public Snapshot {
    requireNonNull(version, "version is null");
    tables = List.copyOf(tables);
    views = List.copyOf(views);
    sequences = List.copyOf(sequences);
    enums = List.copyOf(enums);
    if (format != FORMAT) {
      throw new IllegalArgumentException(
          "The snapshot has format %d, and this Phase reads %d.".formatted(format, FORMAT));
    }
  }

  public Snapshot(
      String version,
      List<Table> tables,
      List<Identifier> views,
      List<Sequence> sequences,
      List<EnumType> enums) {
    this(FORMAT, version, tables, views, sequences, enums);
  }

  /** For a schema that was empty before the first change. */
  public static Snapshot empty() {
    return new Snapshot(BASELINE, List.of(), List.of(), List.of(), List.of());
  }

  /** The text of its file. */
  public String text() {
    ObjectMapper mapper = new ObjectMapper();
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(Json.write(this)))
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What Json writes is JSON.", e);
    }
  }

  /**
   * The snapshot that was written.
   *
   * @throws IllegalArgumentException where the text is none
   */
  public static Snapshot parse(String text) {
    return Json.read(text, Snapshot.class);
  }
}
