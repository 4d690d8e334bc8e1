package dev.phase.lint;

import dev.phase.operation.DerivedColumn;
import dev.phase.operation.MergeColumns;
import dev.phase.operation.SplitColumn;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import java.util.Map;

/** Splits and merges that forget a column on the way. */
final class AlgebraRules {

  private static final String REMEDY = "Read it there, unless it is meant to be lost.";

  private AlgebraRules() {}

  static void split(SplitColumn split, OperationRule.Report report) {
    for (Map.Entry<Identifier, DerivedColumn> part : split.into().entrySet()) {
      if (!split.down().mentions(part.getKey())) {
        report.add(
            "down",
            "`down` does not read %s, so older versions never see what newer ones write there."
                .formatted(part.getKey()),
            REMEDY);
      }
    }
  }

  static void merge(MergeColumns merge, OperationRule.Report report) {
    Identifier merged = merge.into().name();
    for (Identifier column : merge.columns()) {
      if (!merge.into().column().up().mentions(column)) {
        report.add(
            "into.up",
            "`up` does not read %s, so newer versions never see what older ones write there."
                .formatted(column),
            REMEDY);
      }
      SqlExpression down = merge.down().get(column);
      if (down != null && !down.isNull() && !down.mentions(merged)) {
        report.add(
            "down." + column,
            "`down` of %s does not read %s, so older versions never see there what newer ones write."
                .formatted(column, merged),
            REMEDY);
      }
    }
  }
}
