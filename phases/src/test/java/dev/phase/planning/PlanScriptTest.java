package dev.phase.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.plan.Fill;
import dev.phase.plan.Guard;
import dev.phase.plan.Lock;
import dev.phase.plan.LockLevel;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.plan.Step;
import dev.phase.plan.Sweep;
import dev.phase.plan.SweepStep;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlType;
import dev.phase.window.Version;
import dev.phase.window.VersionState;
import dev.phase.window.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanScriptTest {

  private static final Identifier B = Identifier.of("b");
  private static final QualifiedName T = new QualifiedName(Identifier.of("s"), Identifier.of("t"));
  private static final Window WINDOW =
      new Window(
          T.schema(),
          Map.of(),
          List.of(
              new Version(
                  "baseline",
                  Optional.empty(),
                  VersionState.LIVE,
                  0,
                  List.of(),
                  Map.of(),
                  Set.of(),
                  Map.of(),
                  List.of(),
                  List.of())));

  @Test
  void aReaderSeesTransactionsAndLocksAndCanRunIt() {
    Step expand =
        SqlStep.transaction(
            "expand",
            "Expand table t",
            List.of(
                Statement.of(
                    new Sql("ALTER TABLE t\n  ADD COLUMN b text"),
                    new Lock(T, LockLevel.ACCESS_EXCLUSIVE)),
                Statement.of(
                    new Sql("CREATE TRIGGER x;"), new Lock(T, LockLevel.SHARE_ROW_EXCLUSIVE))));
    Step sweep =
        new SweepStep(
            "sweep",
            "Backfill table t",
            new Sweep(
                T, List.of(new Fill(B, new SqlType("text"), new Sql("upper(a)"), false))));
    Step index =
        SqlStep.alone(
            "index",
            "Build index i",
            Statement.of(new Sql("CREATE INDEX CONCURRENTLY i ON t (b)")),
            new Guard.ValidIndex(Identifier.of("i")));

    assertEquals(
        """
        -- expand 0007_b: Expand table t
        -- takes ACCESS EXCLUSIVE on s.t
        BEGIN;
        ALTER TABLE t
          ADD COLUMN b text;
        CREATE TRIGGER x;
        COMMIT;
        -- publish 0007_b: Backfill table t
        -- takes ROW EXCLUSIVE on s.t
        -- in batches: UPDATE "s"."t" SET "b" = upper(a);
        -- publish 0007_b: Build index i
        CREATE INDEX CONCURRENTLY i ON t (b);
        """,
        PlanScript.of(
            List.of(
                new Plan(Move.EXPAND, "0007_b", List.of(expand), WINDOW),
                new Plan(Move.PUBLISH, "0007_b", List.of(sweep, index), WINDOW))));
  }
}
