/** What triggers cost an application's writes: Phase's, one written by hand, and a rival's. */
package dev.phase.benchmarks.writes;
