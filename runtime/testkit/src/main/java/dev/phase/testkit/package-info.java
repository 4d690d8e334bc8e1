/**
 * A fresh database on a real PostgreSQL server for each test. One server serves all tests of a JVM:
 * the one that {@code phase.test.url} names, else one in Docker, else an embedded one.
 */
package dev.phase.testkit;
