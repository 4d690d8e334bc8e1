package dev.phase.benchmarks.rival;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A trigger of the rival's shape: it fires for every row, copies every column into a variable, and
 * asks for the {@code search_path}.
 */
public final class RivalTrigger {

  private RivalTrigger() {}

  /**
   * The statements that make it.
   *
   * @param schema where its function goes
   * @param comparison {@code <>} for the trigger that fills the new column, {@code =} for the other
   * @param assignment what it does, such as {@code NEW.cents = amount * 100}
   */
  public static List<String> on(
      String schema,
      String table,
      List<String> columns,
      String name,
      String comparison,
      String assignment) {
    String variables =
        columns.stream()
            .map(column -> "\"%1$s\" %2$s.\"%1$s\"%%TYPE := NEW.\"%1$s\";".formatted(column, table))
            .collect(Collectors.joining("\n  "));
    String function =
        """
        CREATE FUNCTION %1$s.%2$s() RETURNS trigger LANGUAGE plpgsql AS '
        DECLARE
          %3$s
          latest_schema text;
          search_path text;
        BEGIN
          SELECT current_setting INTO search_path FROM current_setting(''search_path'');
          IF search_path %4$s ''%1$s_0001'' THEN
            %5$s;
          END IF;
          RETURN NEW;
        END'"""
            .formatted(schema, name, variables, comparison, assignment);
    return List.of(
        function,
        "CREATE TRIGGER %2$s BEFORE INSERT OR UPDATE ON %3$s FOR EACH ROW EXECUTE FUNCTION %1$s.%2$s()"
            .formatted(schema, name, table));
  }
}
