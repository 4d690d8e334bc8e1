/** Release 3 of the shop. */
package shop;
