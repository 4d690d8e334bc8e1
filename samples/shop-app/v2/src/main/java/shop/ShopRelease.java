package shop;

import shop.common.Backend;
import shop.common.Release;
import shop.common.Shop;

/** What the shop's container starts. */
public final class ShopRelease implements Release {

  @Override
  public Shop open(Login login) {
    return new HibernateShop(
        Backend.open(this, login, Customer.class, Order.class, OrderLine.class, Stock.class));
  }
}
