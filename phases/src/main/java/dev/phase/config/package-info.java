/** The settings: flags, then the environment, then phase.yaml, then defaults. */
package dev.phase.config;
