/**
 * {@code phase demo}: a shop on a real server, whose four applications work on while three releases
 * move its schema under them. {@link dev.phase.cli.demo.Story} is the place to begin.
 */
package dev.phase.cli.demo;
