/**
 * Databases for the tests of applications, with the schema as a version of it is. They are on one
 * real server for the whole JVM: in Docker where that answers, else an embedded one.
 */
package dev.phase.testing;
