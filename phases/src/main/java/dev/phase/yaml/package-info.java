/**
 * Binds YAML to records and keeps where each value stood. The records are the only description of a
 * file: known keys, messages, canonical JSON and JSON Schema all come from them.
 */
package dev.phase.yaml;
