package dev.phase.json;

import dev.phase.need.CarriedSequence;
import dev.phase.need.ChangedSequence;
import dev.phase.need.CommentChange;
import dev.phase.need.Conversion;
import dev.phase.need.Decision;
import dev.phase.need.DefaultChange;
import dev.phase.need.DroppedExpression;
import dev.phase.need.IdentityChange;
import dev.phase.need.Need;
import dev.phase.need.NewColumn;
import dev.phase.need.NewConstraint;
import dev.phase.need.NewEnum;
import dev.phase.need.NewEnumValue;
import dev.phase.need.NewExtension;
import dev.phase.need.NewIndex;
import dev.phase.need.NewSequence;
import dev.phase.need.NewTable;
import dev.phase.need.PutBack;
import dev.phase.need.RawSql;
import dev.phase.need.RemovedColumn;
import dev.phase.need.RemovedConstraint;
import dev.phase.need.RemovedEnum;
import dev.phase.need.RemovedIndex;
import dev.phase.need.RemovedTable;
import dev.phase.need.RenamedColumn;
import dev.phase.need.RenamedConstraint;
import dev.phase.need.RenamedEnumValue;
import dev.phase.need.RenamedIndex;
import dev.phase.need.RenamedTable;
import dev.phase.need.ReplacedEnum;
import dev.phase.need.ReplicaIdentityChange;
import dev.phase.need.RequiredColumn;
import dev.phase.need.RetypedColumn;
import dev.phase.need.SequenceOwner;
import dev.phase.need.SerialToIdentity;
import dev.phase.need.SetAside;
import dev.phase.need.SyncRule;
import dev.phase.need.TypeRenaming;
import dev.phase.plan.Fill;
import dev.phase.plan.Guard;
import dev.phase.plan.Lock;
import dev.phase.plan.LockLevel;
import dev.phase.plan.Source;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.plan.Step;
import dev.phase.plan.Sweep;
import dev.phase.plan.SweepStep;
import dev.phase.plan.Work;
import dev.phase.schema.Column;
import dev.phase.schema.Constraint;
import dev.phase.schema.ConstraintDefinition.Deferral;
import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.Dependent;
import dev.phase.schema.Gone;
import dev.phase.schema.IdentityKind;
import dev.phase.schema.Index;
import dev.phase.schema.IndexDefinition;
import dev.phase.schema.ReferentialAction;
import dev.phase.schema.ReplicaIdentity;
import dev.phase.schema.SequenceOptions;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlType;
import dev.phase.window.Version;
import dev.phase.window.VersionState;
import dev.phase.window.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One of everything that is stored, with as much in it as there can be. */
final class Everything {

  private static final Identifier NAME = Identifier.of("Odd \"name\" ü");
  private static final TableKey USERS = new TableKey("users");
  private static final Source SOURCE = new Source("0007", "operations[0].add_column.up");
  private static final SqlExpression EXPRESSION = new SqlExpression("coalesce(a, 'x')");
  private static final Column COLUMN =
      new Column(
          NAME,
          Identifier.of("phase_7_name"),
          new SqlType("numeric(10,2)"),
          false,
          Optional.of(EXPRESSION),
          Optional.of("\"C\""),
          Column.Kind.PLAIN,
          Optional.empty());
  private static final IndexDefinition INDEX =
      new IndexDefinition(
          true,
          false,
          Identifier.of("btree"),
          List.of(
              IndexDefinition.Key.of(NAME),
              new IndexDefinition.Key(
                  Optional.empty(),
                  Optional.of(EXPRESSION),
                  Optional.empty(),
                  Optional.of("text_ops"),
                  true,
                  false)),
          List.of(NAME),
          Optional.of(EXPRESSION),
          Map.of("fillfactor", "70"),
          Optional.empty());
  private static final Table TABLE =
      new Table(
          NAME,
          USERS,
          List.of(COLUMN),
          List.of(new Index(NAME, NAME, INDEX)),
          List.of(
              constraint(new ConstraintDefinition.Check(EXPRESSION, Set.of(NAME))),
              constraint(
                  new ConstraintDefinition.Unique(
                      true, List.of(NAME), List.of(), true, Deferral.INITIALLY_DEFERRED)),
              constraint(
                  new ConstraintDefinition.ForeignKey(
                      List.of(NAME),
                      USERS,
                      List.of(NAME),
                      ReferentialAction.CASCADE,
                      ReferentialAction.NO_ACTION,
                      true,
                      Deferral.NOT_DEFERRABLE)),
              constraint(new ConstraintDefinition.Opaque("exclude", "EXCLUDE …", Set.of(NAME)))),
          List.of(new Dependent(Dependent.FOREIGN_KEY, "other", Set.of(NAME))),
          Optional.of("what it is for"),
          42);
  private static final SequenceOptions SEQUENCE =
      new SequenceOptions(
          Optional.of(SequenceOptions.Type.BIGINT),
          Optional.of(7L),
          Optional.empty(),
          Optional.empty(),
          Optional.of(Long.MAX_VALUE),
          Optional.empty(),
          Optional.of(true));
  private static final Conversion CONVERSION =
      new Conversion(
          COLUMN,
          new QualifiedName(Identifier.of("phase"), NAME),
          List.of(COLUMN),
          EXPRESSION,
          true,
          SOURCE);

  private static Constraint constraint(ConstraintDefinition definition) {
    return new Constraint(NAME, NAME, definition);
  }

  static List<Need> needs() {
    return List.of(
        new CarriedSequence(USERS, NAME, Identifier.of("b"), Optional.of(NAME), SOURCE),
        new ChangedSequence(
            NAME, SEQUENCE, SEQUENCE, SEQUENCE, Optional.of(new SequenceOwner(USERS, NAME)), SOURCE),
        new CommentChange(USERS, Optional.of(NAME), Optional.empty()),
        new DefaultChange(USERS, NAME, Optional.empty(), SOURCE),
        new DroppedExpression(USERS, NAME, SOURCE),
        new IdentityChange(
            USERS,
            COLUMN,
            Optional.of(IdentityKind.ALWAYS),
            Optional.of(NAME),
            Optional.empty(),
            SOURCE),
        new NewColumn(USERS, COLUMN, NewColumn.Initially.SWEPT_DEFAULT, SOURCE),
        new NewConstraint(USERS, TABLE.constraints().get(2), SOURCE),
        new NewEnum(NAME, List.of("a", "b"), SOURCE),
        new NewEnumValue(
            NAME, "c", new NewEnumValue.Place(true, Optional.of("b")), SOURCE),
        new NewExtension(NAME, Optional.of(NAME), Optional.of("1.6"), SOURCE),
        new NewIndex(USERS, TABLE.indexes().get(0), SOURCE),
        new NewSequence(NAME, SEQUENCE, Optional.empty(), SOURCE),
        new NewTable(TABLE, NAME, List.of(new Sql("CREATE")), List.of(new Sql("COMMENT")), SOURCE),
        new PutBack(USERS, NAME, NAME),
        new RawSql(Optional.of(new Sql("SELECT 1")), Optional.empty(), Optional.empty(), true, SOURCE),
        new RemovedColumn(USERS, NAME, List.of(USERS)),
        new RemovedConstraint(USERS, NAME, List.of()),
        new RemovedEnum(NAME),
        new RemovedIndex(USERS, NAME, true),
        new RemovedTable(USERS, List.of(USERS)),
        new RenamedTable(USERS, NAME, Identifier.of("b")),
        new RenamedColumn(USERS, NAME, Identifier.of("b")),
        new RenamedConstraint(USERS, NAME, Identifier.of("b")),
        new RenamedIndex(USERS, NAME, Identifier.of("b")),
        new RenamedEnumValue(NAME, "a", "b", SOURCE),
        new ReplacedEnum(
            NAME,
            Identifier.of("phase_7_mood"),
            List.of("a", "b"),
            Optional.of("how one feels"),
            new TypeRenaming(new SqlType("public.phase_7_mood"), new SqlType("public.mood")),
            SOURCE),
        new ReplicaIdentityChange(
            USERS,
            new ReplicaIdentity(ReplicaIdentity.Kind.INDEX, Optional.of(NAME)),
            Optional.of(NAME),
            Optional.of(ReplicaIdentity.OF_NEW_TABLES),
            SOURCE),
        new RequiredColumn(USERS, COLUMN, NAME),
        new RetypedColumn(USERS, COLUMN, List.of(new QualifiedName(NAME, NAME)), SOURCE),
        new SerialToIdentity(
            USERS, NAME, IdentityKind.BY_DEFAULT, NAME, SEQUENCE, Identifier.of("b"), SOURCE),
        new SetAside(USERS, NAME, NAME, List.of(new QualifiedName(NAME, NAME)), true),
        new SyncRule(USERS, 7, List.of(CONVERSION), List.of()));
  }

  static List<Step> steps() {
    Statement statement =
        new Statement(
            new Sql("SELECT 1"),
            List.of(new Lock(new QualifiedName(NAME, NAME), LockLevel.ACCESS_EXCLUSIVE)),
            Optional.of(SOURCE));
    return List.of(
        SqlStep.transaction("a", "Do it", List.of(statement, Statement.of(new Sql("")))),
        SqlStep.alone(
            "b",
            "Build it",
            statement.doing(
                new Work.IndexBuild(new QualifiedName(NAME, NAME), List.of(NAME), 1)),
            new Guard.ValidIndex(NAME)),
        SqlStep.transaction(
            "v",
            "Prove it",
            List.of(
                statement.doing(new Work.Scan(new QualifiedName(NAME, NAME))),
                statement.doing(new Work.Unknown()))),
        SqlStep.alone("c", "Do it again", statement, new Guard.Repeatable()),
        new SweepStep(
            "d",
            "Fill it",
            new Sweep(
                new QualifiedName(NAME, NAME),
                List.of(new Fill(NAME, new SqlType("int"), new Sql("1"), true)))));
  }

  static Window window() {
    Version version =
        new Version(
            "0007",
            Optional.of(NAME),
            VersionState.PREPARING,
            42,
            List.of("0006", "0007"),
            Map.of(NAME, TABLE),
            Set.of(NAME),
            Map.of(NAME, new Gone(TABLE, "it was dropped")),
            needs(),
            List.of(new Decision(SOURCE, "in place")));
    return new Window(Identifier.of("public"), Map.of(USERS, NAME), List.of(version, version));
  }

  private Everything() {}
}
