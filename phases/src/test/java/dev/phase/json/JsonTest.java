package dev.phase.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.need.Need;
import dev.phase.need.RemovedColumn;
import dev.phase.need.RemovedTable;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Step;
import dev.phase.planning.Move;
import dev.phase.planning.Plan;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.window.Window;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {

  private static final TableKey USERS = new TableKey("users");

  @ParameterizedTest
  @MethodSource("dev.phase.json.Everything#needs")
  void keepsNeeds(Need need) {
    assertEquals(need, Json.read(Json.write(need), Need.class));
  }

  @Test
  void needsAreAllCovered() {
    assertEquals(
        Set.of(Need.class.getPermittedSubclasses()),
        Everything.needs().stream().map(Object::getClass).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("dev.phase.json.Everything#steps")
  void keepsSteps(Step step) {
    assertEquals(step, Json.read(Json.write(step), Step.class));
  }

  @Test
  void keepsAWindow() {
    assertEquals(Everything.window(), Json.read(Json.write(Everything.window()), Window.class));
  }

  @Test
  void keepsAPlan() {
    Plan plan = new Plan(Move.EXPAND, "0007", Everything.steps(), Everything.window());

    assertEquals(plan, Json.read(Json.write(plan), Plan.class));
  }

  @Test
  void namesTheTypeOfAStep() {
    String json = Json.write(Everything.steps().get(1));

    assertTrue(json.startsWith("{\"type\":\"SqlStep\",\"id\":\"b\""), json);
    assertTrue(json.contains("\"guard\":{\"type\":\"ValidIndex\""), json);
  }

  @Test
  void readsWhatANewerReleaseWroteWithMoreFields() {
    RemovedTable need = new RemovedTable(USERS, List.of(USERS));

    String newer = Json.write(need).replace("}", ",\"later\":[1]}");

    assertEquals(need, Json.read(newer, Need.class));
  }

  @Test
  void readsWhatJsonbHasPutInAnotherOrder() {
    String json =
        """
        {"referenced": [], "on": "users", "column": "a", "need": "RemovedColumn"}""";

    Need need = Json.read(json, Need.class);

    assertEquals(new RemovedColumn(USERS, Identifier.of("a"), List.of()), need);
  }

  @Test
  void refusesOtherText() {
    var e = assertThrows(IllegalArgumentException.class, () -> Json.read("{", Window.class));

    assertEquals("The stored JSON describes no Window.", e.getMessage());
  }
}
