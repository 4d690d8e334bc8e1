/** Who stands in the way of a step, before it starts. */
package dev.phase.engine.activity;
