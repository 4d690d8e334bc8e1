/** What is wrong in a file or a setting, where, and what to do: values to collect and show. */
package dev.phase.problem;
