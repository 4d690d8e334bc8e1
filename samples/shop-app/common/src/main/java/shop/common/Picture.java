package shop.common;

import java.util.Map;
import java.util.Set;

/**
 * The shop as one release sees it, in words that all of them share.
 *
 * @param names of customers
 * @param cents of orders
 * @param paid the orders that are
 * @param lines how many of them an order has
 * @param stock pieces on the shelf
 */
public record Picture(
    Map<Long, String> names,
    Map<Long, Long> cents,
    Set<Long> paid,
    Map<Long, Long> lines,
    Map<String, Long> stock) {}
