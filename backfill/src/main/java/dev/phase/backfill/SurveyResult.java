package dev.phase.backfill;

import java.util.Optional;

/**
 * What a look at every row has found.
 *
 * @param rows that were looked at, about
 * @param wrong rows whose representations do not agree
 * @param example one of them
 * @param untold rows that could not be compared, since an expression fails for one of them
 * @param reason the error of the first of these
 */
public record SurveyResult(
    long rows, long wrong, Optional<String> example, long untold, Optional<String> reason) {

  static final SurveyResult NOTHING =
      new SurveyResult(0, 0, Optional.empty(), 0, Optional.empty());

  SurveyResult plus(SurveyResult next) {
    return new SurveyResult(
        rows + next.rows,
        wrong + next.wrong,
        example.or(next::example),
        untold + next.untold,
        reason.or(next::reason));
  }
}
