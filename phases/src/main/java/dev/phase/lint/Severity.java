package dev.phase.lint;

/** How bad a finding is. */
public enum Severity {
  /** It would hurt applications or lose data. */
  ERROR,
  /** It may, or it will be regretted. */
  WARNING
}
