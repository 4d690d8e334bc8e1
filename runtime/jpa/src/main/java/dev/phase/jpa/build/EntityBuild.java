package dev.phase.jpa.build;

import static java.util.Objects.requireNonNull;

import dev.phase.jpa.entity.ClassNames;
import dev.phase.jpa.entity.Finding;
import dev.phase.model.VersionModel;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The compiled entities of an application, to be held against a version with its own Hibernate. */
public final class EntityBuild implements AutoCloseable {

  private static final String TOOL = "dev.phase.jpa.entity.EntityTool";

  private final Path place;
  private final Unpacked unpacked;
  private final URLClassLoader loader;
  private final List<String> names;
  private final Map<String, String> settings;

  private EntityBuild(
      Path place,
      Unpacked unpacked,
      URLClassLoader loader,
      List<String> names,
      Map<String, String> settings) {
    this.place = place;
    this.unpacked = unpacked;
    this.loader = loader;
    this.names = names;
    this.settings = settings;
  }

  /**
   * Those of a directory or a jar, which may be an executable one of Spring Boot.
   *
   * @param libraries what they need, above all Hibernate: jars, directories of classes or of jars
   * @param unit the persistence unit that names them; else all that are there
   * @throws EntityBuildException where there is nothing
   */
  public static EntityBuild open(Path place, List<Path> libraries, Optional<String> unit) {
    if (!Files.exists(requireNonNull(place, "place is null"))) {
      throw new EntityBuildException(
          "There are no classes in %s. Build the application first, or correct the path."
              .formatted(place));
    }
    try {
      Unpacked unpacked = Unpacked.of(place);
      try {
        return open(place, unpacked, libraries, unit);
      } catch (IOException | RuntimeException e) {
        unpacked.close();
        throw e;
      }
    } catch (IOException e) {
      throw unreadable(place, e);
    }
  }

  private static EntityBuild open(
      Path place, Unpacked unpacked, List<Path> libraries, Optional<String> unit)
      throws IOException {
    Set<String> names = new LinkedHashSet<>(ClassNames.in(unpacked.classes()));
    Map<String, String> settings = Map.of();
    if (unit.isPresent()) {
      PersistenceUnit said = PersistenceUnit.read(unpacked.classes(), unit.get());
      if (said.alone()) {
        names.clear();
      }
      names.addAll(said.listed());
      settings = said.settings();
    }
    return new EntityBuild(
        place, unpacked, loader(unpacked, libraries), List.copyOf(names), settings);
  }

  /**
   * Everything in which they differ from the version.
   *
   * @param more settings of Hibernate's, such as naming strategies
   */
  public List<Finding> check(Map<String, String> more, VersionModel version) {
    List<Finding> findings = new ArrayList<>();
    for (Object found : (List<?>) call("check", more, version)) {
      Object[] said = ((List<?>) found).toArray();
      findings.add(
          new Finding(
              Finding.Kind.valueOf((String) said[0]),
              (String) said[1],
              (String) said[2],
              (String) said[3],
              (String) said[4],
              (String) said[5],
              (String) said[6]));
    }
    return findings;
  }

  /** The change file that would make the version fit them; absent where it does. */
  public Optional<String> draft(Map<String, String> more, VersionModel version) {
    return Optional.of((String) call("draft", more, version)).filter(text -> !text.isEmpty());
  }

  private Object call(String method, Map<String, String> more, VersionModel version) {
    Map<String, String> all = new TreeMap<>(settings);
    all.putAll(more);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    QuietLog quiet = QuietLog.begin();
    try {
      return loader
          .loadClass(TOOL)
          .getMethod(method, List.class, Map.class, VersionModel.class)
          .invoke(null, names, all, version);
    } catch (InvocationTargetException e) {
      throw unreadable(place, e.getCause());
    } catch (ReflectiveOperationException | LinkageError e) {
      throw unreadable(place, e);
    } finally {
      quiet.end();
      thread.setContextClassLoader(before);
    }
  }

  private static EntityBuildException unreadable(Path place, Throwable cause) {
    return new EntityBuildException(
        "The entities in %s cannot be read: %s. Make sure that Hibernate 6.6 or newer, and all else that they need, is on their class path."
            .formatted(place, String.valueOf(cause).lines().findFirst().orElse("")),
        cause);
  }

  /** The check itself comes first, then the application, so that it meets the right Hibernate. */
  private static URLClassLoader loader(Unpacked unpacked, List<Path> libraries)
      throws IOException {
    List<URL> urls = new ArrayList<>(List.of(Bridge.place(EntityBuild.class)));
    urls.add(url(unpacked.classes()));
    for (Path library : unpacked.libraries()) {
      urls.add(url(library));
    }
    for (Path library : libraries) {
      urls.add(url(library));
      for (Path jar : Unpacked.jars(library)) {
        urls.add(url(jar));
      }
    }
    return new URLClassLoader(urls.toArray(URL[]::new), new Bridge());
  }

  private static URL url(Path path) throws MalformedURLException {
    return path.toUri().toURL();
  }

  @Override
  public void close() {
    try {
      loader.close();
      unpacked.close();
    } catch (IOException e) {
      throw unreadable(place, e);
    }
  }
}
