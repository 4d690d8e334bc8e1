package dev.phase.compat;

import static dev.phase.compat.Windows.column;
import static dev.phase.compat.Windows.required;
import static dev.phase.compat.Windows.withDefault;

import dev.phase.window.Window;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A chain of versions of one table with a key {@code id}, and the values that fit its columns.
 *
 * @param silent whether writes without a session are always judged right: no column is shared
 */
record Scenario(
    String name, String table, Window window, Map<String, List<String>> values, boolean silent) {

  @Override
  public String toString() {
    return name;
  }

  static List<Scenario> all() {
    return List.of(money(), names(), stacked(), shared(), defaults(), groups(1), groups(2));
  }

  private static final List<String> TEXTS = Arrays.asList("Ada King", "x", "a b c", "É ü", " y ");

  private static Scenario money() {
    Windows windows =
        new Windows("public", "t", required(column("id", "integer")), column("price", "integer"))
            .alter("price", column("price", "numeric(10,2)"), "price / 100.0", "round(price * 100)")
            .version("v1")
            .alter("price", column("amount", "text"), "'EUR ' || price", "substr(amount, 5)::numeric")
            .version("v2")
            .alter("amount", column("amount", "numeric"), "substr(amount, 5)::numeric",
                "'EUR ' || round(amount, 2)")
            .version("v3");
    return new Scenario(
        "cents to numeric to text to numeric",
        "CREATE TABLE t (id integer PRIMARY KEY, price integer)",
        windows.window(),
        Map.of(
            "0.price", Arrays.asList("1", "250", "-7", null),
            "1.price", Arrays.asList("1.25", "0.00", "7.10", null),
            "2.amount", Arrays.asList("EUR 1.25", "EUR 3", "EUR 07.1", null),
            "3.amount", Arrays.asList("1.005", "1.00", "1", "3.333", null)),
        true);
  }

  private static Scenario names() {
    Windows windows =
        new Windows("public", "t", required(column("id", "integer")),
                required(column("full name", "text")), column("note", "text"))
            .replace(List.of("full name"),
                List.of(required(column("first", "text")), column("Last", "text")),
                Map.of("first", "split_part(\"full name\", ' ', 1)",
                    "Last", "NULLIF(split_part(\"full name\", ' ', 2), '')"),
                Map.of("full name", "concat_ws(' ', first, \"Last\")"))
            .version("v1")
            .alter("first", required(column("initial", "text")), "left(first, 1)", "initial || '.'")
            .alter("Last", column("select", "text"), "upper(\"Last\")", "lower(\"select\")")
            .version("v2")
            .rename("note", "remark")
            .version("v3");
    return new Scenario(
        "split name, then lossy",
        "CREATE TABLE t (id integer PRIMARY KEY, \"full name\" text NOT NULL, note text)",
        windows.window(),
        Map.of("0.full name", TEXTS, "1.first", TEXTS,
            "1.Last", Arrays.asList("King", "kING", null), "2.initial", List.of("A", "b"),
            "2.select", Arrays.asList("KING", "Mixed", null), "3.initial", List.of("A", "c"),
            "3.select", Arrays.asList("KING", "Queen", null), "3.remark", Arrays.asList("r", null)),
        true);
  }

  private static Scenario stacked() {
    Windows windows =
        new Windows("public", "t", required(column("id", "integer")), column("c", "text"))
            .alter("c", column("c", "text"), "lower(c)", "upper(c)")
            .alter("c", column("größe", "text"), "'<' || c || '>'", "btrim(größe, '<>')")
            .version("v1")
            .alter("größe", column("größe", "character(8)"), "left(größe, 8)", "rtrim(größe)")
            .version("v2");
    return new Scenario(
        "altered twice in one version",
        "CREATE TABLE t (id integer PRIMARY KEY, c text)",
        windows.window(),
        Map.of("0.c", Arrays.asList("Abc", "ABC", "abc", null),
            "1.größe", Arrays.asList("<abc>", "ABC", "<muchtoolong>", null),
            "2.größe", Arrays.asList("<abc>   ", "ABCDEFGH", null)),
        true);
  }

  private static Scenario shared() {
    Windows windows =
        new Windows("public", "t", required(column("id", "integer")), column("amount", "integer"),
                column("unit", "text"))
            .alter("amount", column("price", "text"), "concat(amount, ' ', unit)",
                "NULLIF(split_part(price, ' ', 1), '')::integer + 0 * length(unit)")
            .version("v1")
            .replace(List.of("price", "unit"), List.of(column("label", "text")),
                Map.of("label", "upper(concat_ws('/', price, unit))"),
                Map.of("price", "lower(split_part(label, '/', 1))",
                    "unit", "split_part(label, '/', 2)"))
            .version("v2");
    return new Scenario(
        "shared columns",
        "CREATE TABLE t (id integer PRIMARY KEY, amount integer, unit text)",
        windows.window(),
        Map.of("0.amount", Arrays.asList("1", "20", null), "0.unit", Arrays.asList("kg", "t", null),
            "1.price", List.of("5 kg", "1 t", " x"), "1.unit", Arrays.asList("g", "kg", null),
            "2.label", List.of("7 KG/KG", "1 t/t", "3 G/x")),
        false);
  }

  private static Scenario defaults() {
    Windows windows =
        new Windows("public", "t", required(column("id", "integer")),
                required(withDefault(column("state", "text"), "'new'")))
            .alter("state", required(withDefault(column("code", "integer"), "7")),
                "CASE state WHEN 'new' THEN 1 WHEN 'old' THEN 2 ELSE 3 END",
                "CASE code WHEN 1 THEN 'new' WHEN 2 THEN 'old' ELSE 'other' END")
            .version("v1")
            .alter("code", column("flag", "boolean"), "code = 1", "CASE WHEN flag THEN 1 ELSE 9 END")
            .version("v2");
    Map<String, List<String>> values = new LinkedHashMap<>();
    values.put("0.state", List.of("new", "old", "weird"));
    values.put("1.code", List.of("1", "2", "44"));
    values.put("2.flag", List.of("t", "f"));
    return new Scenario(
        "defaults and NOT NULL",
        "CREATE TABLE t (id integer PRIMARY KEY, state text NOT NULL DEFAULT 'new')",
        windows.window(),
        values,
        true);
  }

  /** Rules that have nothing to do with one another but read the same column. */
  private static Scenario groups(int versions) {
    Windows windows =
        new Windows("public", "t", required(column("id", "integer")), column("a", "text"),
                column("k", "integer"), column("s", "text"), column("gone", "text"))
            .alter("a", column("b", "text"), "concat(lower(a), '/', s)", "split_part(b, '/', 1)||s")
            .alter("k", column("k", "bigint"), "k * 1000", "k / 1000")
            .replace(List.of(), List.of(column("n", "text")), Map.of("n", "s || '+'"), Map.of())
            .replace(List.of("gone"), List.of(), Map.of(), Map.of("gone", "s || '-'"))
            .version("v1");
    if (versions > 1) {
      windows
          .alter("k", column("k", "text"), "k || coalesce(s, '')", "substr(k, 1, 1)::bigint")
          .alter("n", required(column("n", "text")), "coalesce(n, '?')", "nullif(n, '?')")
          .version("v2");
    }
    List<String> texts = Arrays.asList("A", "bC", null);
    Map<String, List<String>> values = new LinkedHashMap<>();
    values.put("0.k", Arrays.asList("1", "2", null));
    values.put("0.gone", Arrays.asList("g", null));
    values.put("1.k", Arrays.asList("1", "2001", null));
    values.put("2.k", Arrays.asList("1s", "9", null));
    values.put("1.n", texts);
    values.put("2.n", List.of("x", "?", ""));
    for (int version = 0; version <= versions; version++) {
      values.put(version + ".s", texts);
      values.put(version + (version == 0 ? ".a" : ".b"), texts);
    }
    return new Scenario(
        "unrelated rules over " + versions + " boundaries",
        "CREATE TABLE t (id integer PRIMARY KEY, a text, k integer, s text, gone text)",
        windows.window(),
        values,
        false);
  }
}
