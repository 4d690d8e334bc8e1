/** Goals that run Phase's commands in a build, and check its entities. */
package dev.phase.maven;
