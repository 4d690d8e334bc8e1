package dev.phase.benchmarks.backfill;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one trial came to.
 *
 * @param verifiedSeconds until the rows were verified and analyzed; 0 where they were not
 */
record Result(
    double seconds,
    double verifiedSeconds,
    double walMegabytes,
    double heapBefore,
    double heapMegabytes,
    double indexMegabytes,
    double hotPercent) {

  static Result median(List<Result> all) {
    return new Result(
        median(all, Result::seconds),
        median(all, Result::verifiedSeconds),
        median(all, Result::walMegabytes),
        median(all, Result::heapBefore),
        median(all, Result::heapMegabytes),
        median(all, Result::indexMegabytes),
        median(all, Result::hotPercent));
  }

  private static double median(List<Result> all, ToDoubleFunction<Result> value) {
    double[] sorted = all.stream().mapToDouble(value).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
