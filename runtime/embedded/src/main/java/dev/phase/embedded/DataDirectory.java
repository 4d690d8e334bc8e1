package dev.phase.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Makes data directories by copying one that initdb prepared once per version, which is much faster
 * than initdb.
 */
record DataDirectory(Tools tools, Path path) {
  /** Makes the data directory unless there is one. */
  void prepare(Cache cache, String version, Path output) throws IOException {
    if (Files.exists(path.resolve("PG_VERSION"))) {
      return;
    }
    Path template =
        cache
            .entry("data-" + version + "-" + tools.account().uid(), this::initialize)
            .resolve("data");
    tools.account().createPrivateDirectory(path);
    tools.runSystem(output, "cp", "-Rp", template + "/.", path + "/");
  }

  private void initialize(Path draft) throws IOException {
    Path data = tools.account().createPrivateDirectory(draft.resolve("data"));
    tools.run(
        draft.resolve("initdb.log"),
        "initdb",
        "--pgdata=" + data,
        "--username=" + EmbeddedServer.SUPERUSER,
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C",
        "--no-sync",
        "--no-instructions");
    Files.writeString(
        data.resolve("postgresql.conf"),
        "include_if_exists = '" + Postmaster.SETTINGS + "'\n",
        StandardOpenOption.APPEND);
  }
}
