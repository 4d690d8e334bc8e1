package dev.phase.backfill;

import dev.phase.sql.Sql;

/**
 * The rows of one batch.
 *
 * @param condition what tells them from all others
 * @param last where the next slice begins
 * @param endsStripe whether there is no next one in this stripe of the chunk
 * @param rows how many they are, about
 * @param range the condition in words, for messages
 */
record Slice(Sql condition, Position last, boolean endsStripe, long rows, String range) {}
