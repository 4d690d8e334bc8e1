package dev.phase.planning;

import dev.phase.plan.Source;

/**
 * Something in a change that the schema does not allow.
 *
 * @param what one sentence: what is wrong
 * @param remedy one sentence: what to do
 */
public record Problem(Source source, String what, String remedy) {}
