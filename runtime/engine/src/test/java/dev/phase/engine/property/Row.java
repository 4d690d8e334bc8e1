package dev.phase.engine.property;

import java.util.List;
import java.util.Map;

/**
 * One row, its values as text.
 *
 * @param base by physical column
 * @param seen by version name, then by column; only of open versions
 * @param ups for each rule, whether new = up(old)
 * @param downs for each rule, whether old = down(new)
 */
record Row(
    Map<String, String> base,
    Map<String, Map<String, String>> seen,
    List<Boolean> ups,
    List<Boolean> downs) {}
