/** How long `phase advance` takes in small projects and in large ones. */
package dev.phase.benchmarks.advance;
