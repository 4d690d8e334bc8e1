/** SQL that is too long to stand in Java: templates in files beside their class. */
package dev.phase.compat.resource;
