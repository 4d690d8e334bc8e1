/** The command line of Phase: one class per verb, and what they share to read and to print. */
package dev.phase.cli;
