/** JSON for what is stored in the database and read again by a later release. */
package dev.phase.json;
