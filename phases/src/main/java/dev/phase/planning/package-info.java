/**
 * Turns changes into versions and movements of the live window into plans. Pure: it reads values and
 * asks the catalog, and it returns values.
 */
package dev.phase.planning;
