package dev.phase.spring;

import dev.phase.jpa.ApplicationVersion;
import dev.phase.jpa.Readiness;
import dev.phase.jpa.Readiness.Found;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/** Out of service while the version is not there. A restart would not help, so it is not about life. */
final class VersionHealthIndicator extends AbstractHealthIndicator {

  private final ApplicationVersion version;
  private final List<Readiness> readiness;

  VersionHealthIndicator(ApplicationVersion version, List<? extends DataSource> dataSources) {
    super("The version cannot be looked up.");
    this.version = version;
    this.readiness = dataSources.stream().map(d -> new Readiness(d, version)).toList();
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health.withDetail("version", version.name()).withDetail("schema", version.schema().value());
    Optional<String> problem =
        readiness.stream()
            .map(Readiness::look)
            .map(Found::message)
            .flatMap(Optional::stream)
            .findFirst();
    problem.ifPresentOrElse(
        message -> health.outOfService().withDetail("problem", message), health::up);
  }
}
