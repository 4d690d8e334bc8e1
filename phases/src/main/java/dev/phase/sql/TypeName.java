package dev.phase.sql;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A type taken apart, so that the many spellings of one type are equal. It knows PostgreSQL's own
 * types and their aliases; of any other it keeps the name as it stands.
 *
 * @param base as {@code format_type} prints it, without modifiers, such as {@code character varying}
 * @param modifiers such as length, or precision and scale
 * @param dimensions of an array; 0 for anything else
 */
public record TypeName(String base, List<Integer> modifiers, int dimensions) {

  private static final Pattern ARRAY =
      Pattern.compile("\\s*(\\[\\s*\\d*\\s*]|\\barray\\b)\\s*$", Pattern.CASE_INSENSITIVE);
  private static final Pattern MODIFIERS = Pattern.compile("\\(\\s*(-?\\d+(\\s*,\\s*-?\\d+)?)\\s*\\)");
  private static final Pattern LAST_NAME = Pattern.compile("(?:^|\\.)(?:\"((?:[^\"]|\"\")+)\"|([^.\"]+))$");
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("int", "integer"),
          Map.entry("int4", "integer"),
          Map.entry("serial", "integer"),
          Map.entry("int2", "smallint"),
          Map.entry("smallserial", "smallint"),
          Map.entry("int8", "bigint"),
          Map.entry("bigserial", "bigint"),
          Map.entry("bool", "boolean"),
          Map.entry("varchar", "character varying"),
          Map.entry("char varying", "character varying"),
          Map.entry("char", "character"),
          Map.entry("bpchar", "character"),
          Map.entry("decimal", "numeric"),
          Map.entry("dec", "numeric"),
          Map.entry("float4", "real"),
          Map.entry("float8", "double precision"),
          Map.entry("timestamp", "timestamp without time zone"),
          Map.entry("timestamptz", "timestamp with time zone"),
          Map.entry("time", "time without time zone"),
          Map.entry("timetz", "time with time zone"),
          Map.entry("varbit", "bit varying"));
  private static final int SINGLE_PRECISION_BITS = 24;

  public TypeName {
    requireNonNull(base, "base is null");
    modifiers = List.copyOf(modifiers);
  }

  public static TypeName of(SqlType type) {
    return of(type.name());
  }

  /** The type of this spelling. */
  public static TypeName of(String spelling) {
    String rest = spelling.strip();
    int dimensions = 0;
    for (Matcher array = ARRAY.matcher(rest); array.find(); array = ARRAY.matcher(rest)) {
      rest = rest.substring(0, array.start()).strip();
      dimensions++;
    }
    if (rest.indexOf('"') >= 0) {
      return new TypeName(rest, List.of(), dimensions);
    }
    List<Integer> modifiers = List.of();
    Matcher parentheses = MODIFIERS.matcher(rest);
    if (parentheses.find()) {
      modifiers =
          Stream.of(parentheses.group(1).split(",")).map(String::strip).map(Integer::valueOf).toList();
      rest = parentheses.replaceFirst(" ");
    }
    String words = rest.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    words = words.startsWith("pg_catalog.") ? words.substring("pg_catalog.".length()) : words;
    return named(words, modifiers, dimensions);
  }

  private static TypeName named(String words, List<Integer> modifiers, int dimensions) {
    if (words.equals("float")) {
      boolean single = !modifiers.isEmpty() && modifiers.get(0) <= SINGLE_PRECISION_BITS;
      return new TypeName(single ? "real" : "double precision", List.of(), dimensions);
    }
    String base = ALIASES.getOrDefault(words, words);
    boolean bare = modifiers.isEmpty() && (words.equals("char") || words.equals("character"));
    return new TypeName(base, bare ? List.of(1) : modifiers, dimensions);
  }

  /** The same type without the schema that its name may begin with, and without quotes. */
  public TypeName unqualified() {
    Matcher last = LAST_NAME.matcher(base);
    if (!last.find()) {
      return this;
    }
    String name = last.group(1) == null ? last.group(2) : last.group(1).replace("\"\"", "\"");
    return new TypeName(name, modifiers, dimensions);
  }

  /** The name as {@code format_type} prints it. */
  public SqlType canonical() {
    return new SqlType(toString());
  }

  @Override
  public String toString() {
    String inside =
        modifiers.isEmpty()
            ? ""
            : "(" + String.join(",", modifiers.stream().map(String::valueOf).toList()) + ")";
    int space = base.indexOf(" with");
    String whole =
        space < 0 ? base + inside : base.substring(0, space) + inside + base.substring(space);
    return whole + "[]".repeat(Math.min(dimensions, 1));
  }
}
