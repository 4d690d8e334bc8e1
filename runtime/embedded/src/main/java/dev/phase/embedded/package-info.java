/**
 * A real PostgreSQL server as a child of this JVM, for the demo and the tests. It listens on the
 * loopback address only and trusts everyone there, so it is no place for real data.
 */
package dev.phase.embedded;
