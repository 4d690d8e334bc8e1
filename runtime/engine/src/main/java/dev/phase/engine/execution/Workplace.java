package dev.phase.engine.execution;

import dev.phase.backfill.Sleeper;
import dev.phase.engine.state.Store;
import dev.phase.sql.Identifier;
import java.sql.Connection;
import java.time.Clock;

/**
 * What running a plan takes: one base schema of one database, and how to go about it.
 *
 * @param connection for the steps; in autocommit between them
 */
public record Workplace(
    Sessions sessions,
    Connection connection,
    Identifier schema,
    Store store,
    LockPolicy locks,
    Listener listener,
    Clock clock,
    Sleeper sleeper) {}
