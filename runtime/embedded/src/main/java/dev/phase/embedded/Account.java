package dev.phase.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The operating system account the server runs under: this one, or an unprivileged one when this is
 * root, because PostgreSQL refuses to run as root.
 */
record Account(long uid, Wrapper wrapper) {
  private static final List<Wrapper> UNPRIVILEGED =
      List.of(
          prefix("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
          prefix("runuser", "-u", "nobody", "--"),
          Account::su);

  /** Turns a command into one that runs under the account. */
  interface Wrapper {
    List<String> wrap(List<String> command);
  }

  static Account current() {
    long uid = new UnixSystem().getUid();
    if (uid != 0) {
      return new Account(uid, command -> command);
    }
    return UNPRIVILEGED.stream()
        .flatMap(wrapper -> probe(wrapper).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new EmbeddedServerException(
                    "PostgreSQL does not run as root, and none of setpriv, runuser and su can"
                        + " switch to an unprivileged user. Start this program as an ordinary"
                        + " user."));
  }

  List<String> command(List<String> command) {
    return wrapper.wrap(command);
  }

  /** Creates a directory that only this account can use. */
  Path createPrivateDirectory(Path directory) throws IOException {
    Files.createDirectories(directory);
    own(directory);
    return directory;
  }

  void own(Path directory) throws IOException {
    if (ownerOf(directory) != uid) {
      var users = directory.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(directory, users.lookupPrincipalByName(Long.toString(uid)));
    }
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
  }

  static long ownerOf(Path path) throws IOException {
    return ((Number) Files.getAttribute(path, "unix:uid")).longValue();
  }

  private static Optional<Account> probe(Wrapper wrapper) {
    try {
      Process id =
          new ProcessBuilder(wrapper.wrap(List.of("id", "-u")))
              .directory(Path.of("/").toFile())
              .start();
      id.getOutputStream().close();
      String output = new String(id.getInputStream().readAllBytes()).strip();
      return id.waitFor() == 0 && output.matches("[1-9][0-9]*")
          ? Optional.of(new Account(Long.parseLong(output), wrapper))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Wrapper prefix(String... words) {
    return command -> Stream.concat(Stream.of(words), command.stream()).toList();
  }

  private static List<String> su(List<String> command) {
    String quoted =
        command.stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" ", "exec ", ""));
    return List.of("su", "-s", "/bin/sh", "-c", quoted, "nobody");
  }
}
