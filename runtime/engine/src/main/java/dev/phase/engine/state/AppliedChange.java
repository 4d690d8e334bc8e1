package dev.phase.engine.state;

/**
 * A change that has been applied to this database.
 *
 * @param version the version that it belongs to
 * @param rolledBack whether its version has been rolled back since
 */
public record AppliedChange(String id, String checksum, String version, boolean rolledBack) {}
