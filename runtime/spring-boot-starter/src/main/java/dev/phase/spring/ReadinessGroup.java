package dev.phase.spring;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;

/**
 * Makes the health indicator a part of the readiness probe, and switches the probes on. Whatever the
 * application says itself comes first.
 */
final class ReadinessGroup implements EnvironmentPostProcessor {

  private static final String PROBES = "management.endpoint.health.probes.enabled";
  private static final String MEMBERS = "management.endpoint.health.group.readiness.include";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    boolean actuator =
        ClassUtils.isPresent(
            "org.springframework.boot.actuate.health.HealthIndicator",
            application.getClassLoader());
    boolean indicator =
        environment.getProperty("phase.enabled", Boolean.class, true)
            && environment.getProperty("management.health.phase.enabled", Boolean.class, true);
    boolean probes = environment.getProperty(PROBES, Boolean.class, true);
    if (actuator && indicator && probes) {
      environment
          .getPropertySources()
          .addLast(
              new MapPropertySource(
                  "phaseReadiness", Map.of(PROBES, "true", MEMBERS, "readinessState,phase")));
    }
  }
}
