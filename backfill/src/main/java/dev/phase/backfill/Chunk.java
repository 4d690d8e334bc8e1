package dev.phase.backfill;

import dev.phase.sql.Sql;

/**
 * The rows of one batch.
 *
 * @param condition what tells them from all others
 * @param last where the next chunk begins
 * @param rows how many they are, about
 * @param range the condition in words, for messages
 */
record Chunk(Sql condition, Position last, long rows, String range) {}
