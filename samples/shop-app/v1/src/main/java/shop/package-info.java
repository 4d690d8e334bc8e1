/** Release 1 of the shop. */
package shop;
