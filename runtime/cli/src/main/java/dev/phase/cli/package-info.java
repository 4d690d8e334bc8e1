/** The command line of Phase. */
package dev.phase.cli;
