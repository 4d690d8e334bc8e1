/**
 * Spring Boot: data sources lead to the application's version before anything uses them, and the
 * application is ready only while its version is.
 */
package dev.phase.spring;
