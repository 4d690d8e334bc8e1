package dev.phase.window;

/** Where a version is in its life. Versions that are gone or rolled back have left the window. */
public enum VersionState {
  /** Its shape is being built and filled; its door is closed. */
  PREPARING,
  /** Applications may use it. */
  LIVE,
  /** Its door is closed again, its data is still kept in step. */
  RETIRED
}
