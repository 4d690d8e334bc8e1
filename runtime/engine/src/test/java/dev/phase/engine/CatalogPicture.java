package dev.phase.engine;

import dev.phase.testkit.Database;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Everything that the catalog knows of the user's objects, as sorted lines; without column order. */
final class CatalogPicture {

  private CatalogPicture() {}

  /** Of all schemas but Phase's own. */
  static List<String> of(Database database) throws Exception {
    return database.strings(sql("nspname !~ '^(pg_|information_schema|phase$)'", false));
  }

  /** Of one schema, without its name. */
  static List<String> of(Database database, String schema) throws Exception {
    return database.strings(sql("nspname = '" + schema + "'", true));
  }

  private static String sql(String condition, boolean anonymous) throws IOException {
    try (InputStream in = CatalogPicture.class.getResourceAsStream("catalog-picture.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("{condition}", condition)
          .replace("{anonymous}", Boolean.toString(anonymous));
    }
  }
}
