/** What Hibernate tells Phase when an application starts. */
package dev.phase.jpa.hibernate;
