package dev.phase.backfill;

import dev.phase.plan.Fill;
import dev.phase.plan.Sweep;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** What a run fills, as its row in the ledger has it. */
record StoredSweep(RunKey run, Sweep sweep) {

  static <S extends SqlStatement<S>> S bind(S statement, Sweep sweep) {
    QualifiedName table = sweep.table();
    return statement
        .bind("table", table.toString())
        .bindArray("relation", String.class, table.schema().value(), table.name().value())
        .bindArray("columns", String.class, texts(sweep, f -> f.column().value()))
        .bindArray("types", String.class, texts(sweep, f -> f.type().sql()))
        .bindArray("values", String.class, texts(sweep, f -> f.value().sql()))
        .bindArray("earlyValues", String.class, texts(sweep, f -> f.early().sql()))
        .bindArray(
            "onlyNull", Boolean.class, sweep.fills().stream().map(Fill::onlyNull).toList());
  }

  private static List<String> texts(Sweep sweep, Function<Fill, String> text) {
    return sweep.fills().stream().map(text).toList();
  }

  /** Absent where there is no such run. */
  static Optional<StoredSweep> read(Handle handle, String run) {
    return handle
        .createQuery(Resources.sql(Ledger.class, "sweep"))
        .bind("id", run)
        .map((row, context) -> new StoredSweep(new RunKey(run, row.getLong("ordinal")), sweep(row)))
        .findOne();
  }

  /** What younger runs of the same table wish for. */
  static List<Fill> favours(Handle handle, String run) {
    return handle
        .createQuery(Resources.sql(Ledger.class, "favours"))
        .bind("id", run)
        .map((row, context) -> sweep(row))
        .stream()
        .flatMap(sweep -> sweep.fills().stream())
        .toList();
  }

  private static Sweep sweep(ResultSet row) throws SQLException {
    String[] relation = texts(row, "relation");
    String[] columns = texts(row, "fill_columns");
    String[] types = texts(row, "fill_types");
    String[] values = texts(row, "fill_values");
    String[] earlyValues = texts(row, "early_values");
    Boolean[] onlyNull = (Boolean[]) row.getArray("fill_only_null").getArray();
    return new Sweep(
        new QualifiedName(Identifier.of(relation[0]), Identifier.of(relation[1])),
        IntStream.range(0, columns.length)
            .mapToObj(
                i ->
                    new Fill(
                        Identifier.of(columns[i]),
                        new SqlType(types[i]),
                        new Sql(values[i]),
                        new Sql(earlyValues[i]),
                        onlyNull[i]))
            .toList());
  }

  private static String[] texts(ResultSet row, String column) throws SQLException {
    return (String[]) row.getArray(column).getArray();
  }
}
