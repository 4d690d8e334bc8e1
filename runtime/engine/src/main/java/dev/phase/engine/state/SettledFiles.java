package dev.phase.engine.state;

import dev.phase.change.ChangeFile;
import dev.phase.change.Checksum;
import dev.phase.engine.failure.SqlFailure;
import dev.phase.sql.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers the very bytes of files whose changes are history: as long as they are the same, there is
 * nothing to read or to compare. A change is history once its version has left the window.
 */
public final class SettledFiles {

  private static final String READ =
      """
      SELECT id, file_digest FROM phase.change c
      WHERE base_schema = ? AND state = 'APPLIED' AND file_digest IS NOT NULL
        AND NOT EXISTS (SELECT FROM phase.version v
                        WHERE v.base_schema = c.base_schema AND v.name = c.version)""";

  private static final String REMEMBER =
      """
      UPDATE phase.change c SET file_digest = f.digest
      FROM unnest(?, ?, ?) AS f (id, checksum, digest)
      WHERE c.base_schema = ? AND c.id = f.id AND c.checksum = f.checksum AND c.state = 'APPLIED'
        AND c.file_digest IS DISTINCT FROM f.digest
        AND NOT EXISTS (SELECT FROM phase.version v
                        WHERE v.base_schema = c.base_schema AND v.name = c.version)""";

  private final Connection connection;
  private final String base;

  /**
   * @param connection in autocommit
   */
  public SettledFiles(Connection connection, Identifier baseSchema) {
    this.connection = connection;
    this.base = baseSchema.value();
  }

  /** The digests of settled files by the ids of their changes. */
  public Map<String, String> read() {
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      statement.setString(1, base);
      try (ResultSet row = statement.executeQuery()) {
        Map<String, String> digests = new HashMap<>();
        while (row.next()) {
          digests.put(row.getString("id"), row.getString("file_digest"));
        }
        return digests;
      }
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  /** Remembers those of the files that say what was applied, and are history. */
  public void remember(List<ChangeFile> files) {
    List<ChangeFile> known = files.stream().filter(file -> !file.change().isSettled()).toList();
    try (PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
      statement.setArray(1, texts(known.stream().map(file -> file.change().id()).toArray()));
      statement.setArray(2, texts(known.stream().map(f -> Checksum.of(f.change())).toArray()));
      statement.setArray(3, texts(known.stream().map(ChangeFile::digest).toArray()));
      statement.setString(4, base);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  private java.sql.Array texts(Object... values) throws SQLException {
    return connection.createArrayOf("text", values);
  }
}
