package dev.phase.operation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.phase.schema.Constraint;
import dev.phase.schema.ConstraintDefinition.Deferral;
import dev.phase.schema.ConstraintDefinition.ForeignKey;
import dev.phase.schema.Dependent;
import dev.phase.schema.ReferentialAction;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DependentsTest {

  private static final Set<Identifier> ID = Set.of(Identifier.of("id"));

  @Test
  void whatIsTheTablesOwnGoesWithIt() {
    assertDoesNotThrow(
        () ->
            Dependents.requireNone(
                table(
                    new Dependent("sequence", "public.t_id_seq", ID),
                    new Dependent("policy", "mine", ID),
                    new Dependent(Dependent.FOREIGN_KEY, "public.t.t_up_fkey", ID))));
  }

  @Test
  void whatIsNotStandsInTheWay() {
    for (Dependent dependent :
        List.of(
            new Dependent("view", "public.v", Set.of()),
            new Dependent(Dependent.FOREIGN_KEY, "public.other.t_up_fkey", ID))) {
      SchemaException refusal =
          assertThrows(SchemaException.class, () -> Dependents.requireNone(table(dependent)));
      assertEquals(
          "Cannot drop table t: %s depends on table t.".formatted(dependent), refusal.problem());
    }
  }

  private static Table table(Dependent... dependents) {
    TableKey key = new TableKey("t");
    Identifier name = Identifier.of("t_up_fkey");
    ForeignKey self =
        new ForeignKey(
            List.of(Identifier.of("up")),
            key,
            List.copyOf(ID),
            ReferentialAction.NO_ACTION,
            ReferentialAction.NO_ACTION,
            false,
            Deferral.NOT_DEFERRABLE);
    return new Table(
        Identifier.of("t"),
        key,
        List.of(),
        List.of(),
        List.of(new Constraint(name, name, self)),
        List.of(dependents),
        Optional.empty(),
        0);
  }
}
