/** Release 2 of the shop. */
package shop;
