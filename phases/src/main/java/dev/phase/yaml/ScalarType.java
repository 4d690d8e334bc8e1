package dev.phase.yaml;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A type whose values are written as one word or text.
 *
 * @param expected what to write, as the end of a sentence: "true or false"
 * @param quoted whether the value may stand in quotes; a text may, a number may not
 * @param ofNull what YAML's null stands for; absent where it stands for nothing
 * @param parse throws IllegalArgumentException with one sentence where the text is wrong
 * @param write the text that is parsed to the value
 * @param schema in the words of JSON Schema
 */
record ScalarType(
    String expected,
    boolean quoted,
    Optional<String> ofNull,
    Function<String, Object> parse,
    Function<Object, String> write,
    Map<String, Object> schema) {}
