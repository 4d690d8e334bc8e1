/** What all releases of the shop have in common: what it does, and how it reaches its database. */
package shop.common;
