package dev.phase.cli;

import java.util.List;

/**
 * A change file that cannot be applied to a database with the table users (id, name).
 *
 * @param place how the place of its problem begins: line, or line and column
 * @param message a part of what is said about it
 */
record BadChange(String name, String yaml, String place, String message) {

  static List<BadChange> all() {
    return List.of(
        new BadChange("malformed", "operations: [", "1:14", "YAML"),
        new BadChange("unknown key", "operatoins: []\n", "1:1", "operatoins"),
        new BadChange(
            "unknown field",
            "operations:\n  - rename_column: { table: users, form: a, to: b }\n",
            "2:36",
            "form"),
        new BadChange(
            "unknown operation", "operations:\n  - explode: { table: users }\n", "2:5", "explode"),
        new BadChange(
            "wrong type",
            "operations:\n  - create_index: { table: users, name: i, columns: 5 }\n",
            "2:53",
            "columns"),
        new BadChange(
            "a map in place of the list",
            "operations:\n  add_column: { table: users, column: { name: a, type: text } }\n",
            "2:3",
            "list"),
        new BadChange("empty operations", "operations: []\n", "1:13", "operations"),
        new BadChange("no operations", "description: nothing\n", "1:1", "operations"),
        new BadChange(
            "a missing table",
            "operations:\n  - drop_column: { table: nobody, column: name }\n",
            "2:",
            "nobody"),
        new BadChange(
            "a missing column",
            "operations:\n  - rename_column: { table: users, from: nick, to: b }\n",
            "2:",
            "nick"),
        new BadChange(
            "a long name",
            "operations:\n  - rename_table: { from: users, to: " + "x".repeat(64) + " }\n",
            "2:38",
            "63 bytes"));
  }

  @Override
  public String toString() {
    return name;
  }
}
