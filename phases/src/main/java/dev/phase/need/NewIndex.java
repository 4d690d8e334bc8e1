package dev.phase.need;

import dev.phase.plan.Guard;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Source;
import dev.phase.plan.Statement;
import dev.phase.schema.Index;
import dev.phase.schema.TableKey;
import java.util.List;
import java.util.Optional;

/** An index, built without blocking writers once the rows are converted. */
public record NewIndex(TableKey on, Index index, Source source) implements Need {

  @Override
  public Optional<TableKey> table() {
    return Optional.of(on);
  }

  @Override
  public List<SqlStep> prove(Bases bases) {
    return List.of(
        SqlStep.alone(
            "index:" + index.physical(),
            "Build index %s on %s".formatted(index.name(), on),
            Ddl.createIndexConcurrently(bases.table(on), index.physical(), index.definition())
                .from(source),
            new Guard.ValidIndex(index.physical())));
  }

  @Override
  public List<Statement> contract(Bases bases) {
    return index.physical().equals(index.name())
        ? List.of()
        : List.of(Ddl.renameIndex(bases, index.physical(), index.name()));
  }

  @Override
  public List<SqlStep> beforeRollback(Bases bases) {
    return List.of(
        SqlStep.alone(
            "drop-index:" + index.physical(),
            "Drop index %s".formatted(index.physical()),
            Ddl.dropIndexConcurrently(bases, bases.table(on), index.physical()),
            new Guard.Repeatable()));
  }

  @Override
  public List<Rename> renames() {
    return List.of(new Rename(Rename.Kind.INDEX, index.physical(), index.name()));
  }
}
