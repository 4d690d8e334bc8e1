/** What the comparisons need of other tools' ways. */
package dev.phase.benchmarks.rival;
