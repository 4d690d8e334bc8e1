package dev.phase.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A running PostgreSQL server. It stops when this JVM ends, however that happens, unless {@link
 * #keep} was called. Methods that change its state may be called from any thread.
 */
public final class EmbeddedServer implements AutoCloseable {
  static final int DEFAULT_MAJOR = 17;
  static final String SUPERUSER = "postgres";
  static final String HOST = "127.0.0.1";

  private final String version;
  private final int port;
  private final boolean temporary;
  private final RunDirectory run;
  private final Postmaster postmaster;
  private final Watchdog watchdog;
  private final Thread shutdownHook = new Thread(this::stopForGood, "phase-embedded-stop");
  private boolean released;

  private EmbeddedServer(
      EmbeddedServerBuilder wanted, String version, RunDirectory run, Tools tools)
      throws IOException {
    this.version = version;
    this.run = run;
    this.temporary = wanted.dataDirectory().isEmpty();
    Path data = wanted.dataDirectory().orElse(run.resolve(Postmaster.DATA));
    this.postmaster = new Postmaster(tools, data, run.resolve("server.log"));
    this.watchdog =
        temporary
            ? Watchdog.overTemporary(tools, data, run.path())
            : Watchdog.overLasting(tools, data);
    this.port = startOn(new PortChoice(wanted.port(), wanted.settings()));
    Runtime.getRuntime().addShutdownHook(shutdownHook);
  }

  private int startOn(PortChoice ports) throws IOException {
    try {
      return ports.start(postmaster);
    } catch (IOException | RuntimeException e) {
      if (postmaster.isRunning()) {
        postmaster.stop(true);
      }
      watchdog.release();
      throw e;
    }
  }

  /**
   * Returns a builder with the defaults: PostgreSQL 17, a free port, a data directory that goes
   * away with the server.
   */
  public static EmbeddedServerBuilder builder() {
    return new EmbeddedServerBuilder();
  }

  static EmbeddedServer start(EmbeddedServerBuilder wanted) {
    Cache cache = Cache.open();
    try {
      Binaries binaries = Binaries.find(wanted.major());
      var tools = new Tools(Account.current(), binaries.unpackInto(cache));
      RunDirectory.cleanUpAfterOthers(cache, tools);
      var run = RunDirectory.create(cache, tools.account());
      try {
        Path data = wanted.dataDirectory().orElse(run.resolve(Postmaster.DATA));
        new DataDirectory(tools, data).prepare(cache, binaries.version(), run.resolve("copy.log"));
        return new EmbeddedServer(wanted, binaries.version(), run, tools);
      } catch (IOException | RuntimeException e) {
        run.delete();
        throw e;
      }
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "The PostgreSQL server cannot get its files. Check space and permissions in "
              + cache.root()
              + ".",
          e);
    }
  }

  /**
   * Returns the URL of one database, without user and password; the server asks {@link #superuser}
   * for no password.
   */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://" + HOST + ":" + port + "/" + database;
  }

  public int port() {
    return port;
  }

  public String superuser() {
    return SUPERUSER;
  }

  /** Returns major and minor version, such as 17.10. */
  public String version() {
    return version;
  }

  public Path dataDirectory() {
    return postmaster.data();
  }

  /**
   * Stops the server but keeps its files, so that {@link #restart} can follow; {@code immediate}
   * stops as a crash would.
   */
  public synchronized void stop(boolean immediate) {
    requireOwned();
    postmaster.stop(immediate);
  }

  /** Starts the server again on the same port and files; a running one is stopped first. */
  public synchronized void restart() {
    requireOwned();
    try {
      if (postmaster.isRunning()) {
        postmaster.stop(false);
      }
      postmaster.start();
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "The PostgreSQL server cannot be started again. Start a new one.", e);
    }
  }

  /**
   * Lets the server run on after this JVM ends; closing it does nothing any more. {@link
   * #stopCommand} tells how to stop it.
   */
  public synchronized void keep() {
    requireOwned();
    Runtime.getRuntime().removeShutdownHook(shutdownHook);
    released = true;
    watchdog.release();
    run.abandon();
  }

  /** Returns the shell command that stops the server, for a server that was kept. */
  public String stopCommand() {
    Tools tools = postmaster.tools();
    Stream<String> command =
        tools
            .account()
            .command(List.of(tools.path("pg_ctl"), "stop", "--pgdata=" + dataDirectory()))
            .stream();
    return command.map(EmbeddedServer::quote).collect(Collectors.joining(" "));
  }

  /**
   * Stops the server and deletes its files, except a data directory that the builder named. Closing
   * twice does nothing.
   */
  @Override
  public void close() {
    if (stopForGood()) {
      Runtime.getRuntime().removeShutdownHook(shutdownHook);
    }
  }

  private synchronized boolean stopForGood() {
    if (released) {
      return false;
    }
    released = true;
    postmaster.stop(temporary);
    watchdog.release();
    run.delete();
    return true;
  }

  private void requireOwned() {
    if (released) {
      throw new IllegalStateException("The server was closed or kept. Start a new one.");
    }
  }

  private static String quote(String word) {
    return word.matches("[\\w./=:-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
