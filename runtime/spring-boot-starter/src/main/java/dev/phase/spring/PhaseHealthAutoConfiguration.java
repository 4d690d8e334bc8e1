package dev.phase.spring;

import dev.phase.jpa.ApplicationVersion;
import dev.phase.jpa.VersionedDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Tells Actuator whether the version is there. */
@AutoConfiguration(after = {PhaseAutoConfiguration.class, DataSourceAutoConfiguration.class})
@ConditionalOnClass(
    name = {
      "org.springframework.boot.actuate.health.HealthIndicator",
      "org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator"
    })
@ConditionalOnBean({ApplicationVersion.class, DataSource.class})
public class PhaseHealthAutoConfiguration {

  @Bean
  @ConditionalOnEnabledHealthIndicator("phase")
  @ConditionalOnMissingBean(name = "phaseHealthIndicator")
  HealthIndicator phaseHealthIndicator(
      ApplicationVersion version, ObjectProvider<DataSource> dataSources) {
    return new VersionHealthIndicator(
        version, dataSources.stream().filter(VersionedDataSource.class::isInstance).toList());
  }
}
