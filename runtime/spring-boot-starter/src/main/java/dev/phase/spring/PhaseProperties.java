package dev.phase.spring;

import dev.phase.jpa.ApplicationVersion;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What applications say of Phase.
 *
 * @param enabled whether data sources lead to a version at all
 * @param version the version that the application was built for; by default the change files on the
 *     class path tell
 * @param schema the base schema
 * @param changes where the change files lie on the class path
 * @param dataSources the names of the data sources that lead to the version; all by default
 * @param startup what to do where the version is not published yet
 * @param waitTimeout how long to wait for it at most
 * @param checkInterval for how long a connection that led to the version is not asked again
 */
@ConfigurationProperties("phase")
public record PhaseProperties(
    @DefaultValue("true") boolean enabled,
    String version,
    @DefaultValue("public") String schema,
    @DefaultValue(ApplicationVersion.DEFAULT_LOCATION) String changes,
    @DefaultValue Set<String> dataSources,
    @DefaultValue("wait") Startup startup,
    @DefaultValue("5m") Duration waitTimeout,
    @DefaultValue("0s") Duration checkInterval) {

  /** What to do where the version is not published yet. */
  public enum Startup {
    /** Start when it is. */
    WAIT,
    /** Do not start. */
    FAIL
  }
}
