package shop.common;

/** A release of the shop's application. */
public interface Release {

  /** Starts it; waits until the version of the schema that it was built for is there. */
  Shop open(Login login);

  /** Where the database is. */
  record Login(String url, String user, String password) {}
}
