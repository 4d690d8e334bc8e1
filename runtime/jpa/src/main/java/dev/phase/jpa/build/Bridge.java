package dev.phase.jpa.build;

import dev.phase.model.VersionModel;
import java.net.URL;
import java.security.CodeSource;

/**
 * What classes of an application see of this program: the model of a version and what lies in the
 * same place, and the platform. So neither side meets the other one's libraries.
 */
final class Bridge extends ClassLoader {

  private static final String PACKAGES = "dev.phase.";

  private final ClassLoader own = Bridge.class.getClassLoader();
  private final URL shared = place(VersionModel.class);

  Bridge() {
    super(ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.startsWith(PACKAGES)) {
      Class<?> found = load(name);
      if (shared.equals(place(found))) {
        return found;
      }
    }
    throw new ClassNotFoundException(name);
  }

  private Class<?> load(String name) throws ClassNotFoundException {
    try {
      return own.loadClass(name);
    } catch (LinkageError e) {
      // It needs Hibernate, which this side does not have, so it is none of those that are shared.
      throw new ClassNotFoundException(name, e);
    }
  }

  /** The jar or directory that a class comes from. */
  static URL place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null ? null : source.getLocation();
  }
}
