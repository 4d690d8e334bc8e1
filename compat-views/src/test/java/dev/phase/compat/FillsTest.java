package dev.phase.compat;

import static dev.phase.compat.Windows.column;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.plan.Fill;
import dev.phase.schema.TableKey;
import dev.phase.window.VersionState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FillsTest {

  private static final TableKey T = new TableKey("t");

  @Test
  void standInForWhatTheSameSweepFills() {
    var window =
        new Windows("s", "t", column("a", "integer"))
            .alter("a", column("b", "numeric(9,2)"), "a / 100.0", "b * 100")
            .alter("b", column("c", "text"), "b::text", "c::numeric")
            .version("v1")
            .replace(List.of(), List.of(column("d", "text")), Map.of("d", "c || c"), Map.of())
            .version("v2")
            .window(VersionState.PREPARING, VersionState.PREPARING);
    var views = new CompatViews(17);
    String b = "\"phase\".\"s_t_1_b_up\"(\"a\")";
    String c = "\"phase\".\"s_t_2_c_up\"(CAST(" + b + " AS numeric(9,2)))";
    assertEquals(
        List.of("_p_1_b = " + b, "_p_2_c = " + c),
        texts(views.fills(window, window.versions().get(1), T)));
    List<Fill> newest = views.fills(window, window.newest(), T);
    assertEquals(
        List.of("_p_3_d = \"phase\".\"s_t_3_d_up\"(\"_p_2_c\")"), texts(newest));
    assertEquals(
        List.of("_p_3_d = \"phase\".\"s_t_3_d_up\"(" + c + ")"),
        newest.stream().map(f -> f.column() + " = " + f.early()).toList());
  }

  @Test
  void fillOnlyNullWhereTheExpressionIsVolatile() {
    var window =
        new Windows("s", "t", column("a", "integer"))
            .replace(List.of(), List.of(column("r", "float8")), Map.of("r", "random()"), Map.of())
            .version("v1")
            .window(VersionState.PREPARING);
    Fill fill = new CompatViews(17).fills(window, window.newest(), T).get(0);
    assertEquals(true, fill.onlyNull());
    assertEquals("\"phase\".\"s_t_1_r_up\"()", fill.value().sql());
  }

  private static List<String> texts(List<Fill> fills) {
    return fills.stream().map(f -> f.column() + " = " + f.value()).toList();
  }
}
