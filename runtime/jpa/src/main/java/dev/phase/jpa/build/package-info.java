/**
 * The entity check for tools that have no Hibernate of their own: it runs with the application's, in
 * a class loader apart.
 */
package dev.phase.jpa.build;
