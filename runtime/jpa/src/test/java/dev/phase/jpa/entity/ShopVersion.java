package dev.phase.jpa.entity;

import dev.phase.change.ChangeReader;
import dev.phase.model.Snapshot;
import dev.phase.model.VersionModel;
import dev.phase.sql.Identifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A version of a shop, made by change files alone. */
final class ShopVersion {

  private static final String SHOP =
      """
      operations:
        - create_enum: { name: channel, values: [web, phone] }
        - create_sequence: { name: orders_seq, increment: 50 }
        - create_sequence: { name: slow_seq }
        - create_table:
            name: customers
            columns:
              - { name: id, type: bigint, identity: by_default, primary_key: true }
              - { name: name, type: varchar(100), nullable: false }
              - { name: email, type: text, nullable: false }
              - { name: born, type: date }
              - { name: balance, type: "numeric(10,2)", nullable: false, default: "0" }
              - { name: street, type: text }
              - { name: city, type: text }
              - { name: version, type: int, nullable: false }
        - create_table:
            name: orders
            columns:
              - { name: id, type: int8, primary_key: true }
              - { name: customer_id, type: bigint, nullable: false, references: { table: customers, column: id } }
              - { name: placed_at, type: timestamptz, nullable: false }
              - { name: status, type: varchar(10), nullable: false }
              - { name: channel, type: channel }
              - { name: amount_cents, type: bigint, nullable: false }
              - { name: token, type: uuid }
              - { name: document, type: jsonb }
              - { name: tags, type: "text[]" }
        - create_table:
            name: order_articles
            columns:
              - { name: order_id, type: bigint, nullable: false }
              - { name: position, type: integer, nullable: false }
              - { name: article, type: text, nullable: false }
            constraints:
              - { name: order_articles_pkey, primary_key: [order_id, position] }
      """;

  private ShopVersion() {}

  static VersionModel read(Path directory) throws IOException {
    return read(directory, "");
  }

  /**
   * @param next a second change on top; may be empty
   */
  static VersionModel read(Path directory, String next) throws IOException {
    Path changes = Files.createDirectories(directory.resolve("changes"));
    Files.writeString(changes.resolve("0001_shop.yaml"), SHOP);
    if (!next.isEmpty()) {
      Files.writeString(changes.resolve("0002_next.yaml"), next);
    }
    Identifier schema = Identifier.of("public");
    return VersionModel.of(
        Snapshot.empty(), schema, ChangeReader.read(changes, schema).changes());
  }
}
