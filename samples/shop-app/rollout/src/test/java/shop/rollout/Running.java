package shop.rollout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ServiceLoader;
import shop.common.Release;
import shop.common.Release.Login;
import shop.common.Shop;

/** A release that was started: its own classes, its own pool, and clients that use it all the time. */
final class Running implements AutoCloseable {

  private final URLClassLoader classes;
  private final Shop shop;
  private final Load load;

  private Running(URLClassLoader classes, Shop shop, Load load) {
    this.classes = classes;
    this.shop = shop;
    this.load = load;
  }

  /** Starts release 1, 2 or 3 and its clients. */
  static Running start(int number, Login login, Books books) {
    Thread current = Thread.currentThread();
    ClassLoader before = current.getContextClassLoader();
    try {
      URL built = Path.of("..", "v" + number, "target", "classes").toUri().toURL();
      URLClassLoader classes = new URLClassLoader(new URL[] {built}, before);
      current.setContextClassLoader(classes);
      Release release = ServiceLoader.load(Release.class, classes).findFirst().orElseThrow();
      Shop shop = release.open(login);
      Load load = new Load(shop, books, "release " + number);
      load.start(classes);
      return new Running(classes, shop, load);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      current.setContextClassLoader(before);
    }
  }

  Shop shop() {
    return shop;
  }

  /** Lets no client begin anything new, and waits for what was begun. */
  void pause() {
    load.stop();
  }

  void resume() {
    load.start(classes);
  }

  @Override
  public void close() {
    load.stop();
    shop.close();
    try {
      classes.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
