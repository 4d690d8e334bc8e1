package dev.phase.cli.demo;

/**
 * A customer as an application wrote it.
 *
 * @param name null where the application gave none, which only the first edition may do
 */
record Customer(String name, String email, String phone) {

  Customer named(String newName) {
    return new Customer(newName, email, phone);
  }
}
