package dev.phase.cli.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** An edition of the shop's application: the version of the schema that it was written for. */
enum Edition {
  FIRST("shop 1", Optional.empty(), "name", "amount", "status"),
  FULL_NAME("shop 2", Optional.of("0001_full_name"), "full_name", "amount", "status"),
  CENTS("shop 3", Optional.of("0002_amount_in_cents"), "full_name", "amount_cents", "status"),
  PAID("shop 4", Optional.of("0003_paid"), "full_name", "amount_cents", "paid");

  private static final List<String> STATUS = List.of("new", "paid", "shipped");

  private final String title;
  private final Optional<String> version;
  private final String name;
  private final String amount;
  private final String state;

  Edition(String title, Optional<String> version, String name, String amount, String state) {
    this.title = title;
    this.version = version;
    this.name = name;
    this.amount = amount;
    this.state = state;
  }

  String title() {
    return title;
  }

  /** The version of the schema; absent for the schema as it was before the first change. */
  Optional<String> version() {
    return version;
  }

  /** The schema that holds the version's views; the base schema for the first. */
  String schema() {
    return version.map(v -> "public_" + v).orElse("public");
  }

  String searchPath() {
    return version.map(v -> schema() + ",public").orElse("public");
  }

  /** The statement with this edition's names for the three columns that change. */
  String sql(String template) {
    return template.replace("$name", name).replace("$amount", amount).replace("$state", state);
  }

  /** Whether a customer may have no name. */
  boolean allowsNoName() {
    return this == FIRST;
  }

  /** The amount as this edition writes and reads it. */
  Object amount(long cents) {
    return amount.equals("amount_cents") ? (Object) cents : BigDecimal.valueOf(cents, 2);
  }

  /** The state as this edition writes and reads it: 0 is new, 1 is paid, 2 is shipped. */
  Object state(int state) {
    return this.state.equals("paid") ? (Object) (state > 0) : STATUS.get(state);
  }

  /** All customers, in words that every edition shares. */
  String customers(String relation) {
    return sql("SELECT id, coalesce($name, 'unknown') AS name, email, phone, created_at FROM ")
        + relation;
  }

  /** All orders, in words that every edition shares. */
  String orders(String relation) {
    String cents = amount.equals("amount_cents") ? "$amount" : "round($amount * 100)::bigint";
    String paid = state.equals("paid") ? "$state" : "$state <> 'new'";
    return sql(
            "SELECT id, customer_id, %s AS cents, %s AS paid, note, created_at FROM "
                .formatted(cents, paid))
        + relation;
  }

  @Override
  public String toString() {
    return title;
  }
}
