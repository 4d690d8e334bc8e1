/** What is wrong in a file or a setting, where, and what to do: values that are collected, then shown. */
package dev.phase.problem;
