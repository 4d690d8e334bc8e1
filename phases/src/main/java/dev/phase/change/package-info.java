/** Change files: read, checked for everything but the schema that they apply to, and summed up. */
package dev.phase.change;
