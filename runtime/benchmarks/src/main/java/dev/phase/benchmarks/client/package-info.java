/** What an application pays for being led to its version: once at its start, and at each checkout. */
package dev.phase.benchmarks.client;
