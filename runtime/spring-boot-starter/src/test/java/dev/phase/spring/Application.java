package dev.phase.spring;

import dev.phase.testkit.Database;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.availability.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.health.HealthContributorAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.health.HealthEndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** An application with JPA and Actuator that was built for version 0001_full_name. */
final class Application {

  private Application() {}

  /** Not started yet, and not to wait when it is. */
  static ApplicationContextRunner on(Database database) {
    return new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                DataSourceAutoConfiguration.class,
                HibernateJpaAutoConfiguration.class,
                ApplicationAvailabilityAutoConfiguration.class,
                AvailabilityProbesAutoConfiguration.class,
                HealthContributorAutoConfiguration.class,
                HealthEndpointAutoConfiguration.class,
                PhaseAutoConfiguration.class,
                PhaseHibernateAutoConfiguration.class,
                PhaseHealthAutoConfiguration.class))
        .withInitializer(
            context ->
                new ReadinessGroup()
                    .postProcessEnvironment(
                        context.getEnvironment(), new SpringApplication()))
        .withUserConfiguration(Scan.class)
        .withPropertyValues(
            "spring.application.name=shop",
            "spring.datasource.url=" + database.url(),
            "spring.datasource.username=" + database.user(),
            "spring.datasource.password=" + database.password(),
            "phase.startup=fail");
  }

  @Configuration(proxyBeanMethods = false)
  @EntityScan(basePackageClasses = Person.class)
  static class Scan {}
}
