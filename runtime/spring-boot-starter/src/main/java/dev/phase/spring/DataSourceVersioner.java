package dev.phase.spring;

import dev.phase.jpa.ApplicationVersion;
import dev.phase.jpa.Readiness;
import dev.phase.jpa.VersionedDataSource;
import dev.phase.spring.PhaseProperties.Startup;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Puts a {@link VersionedDataSource} in front of every data source before anybody gets it, and does
 * not hand it out before the version is there.
 */
final class DataSourceVersioner implements BeanPostProcessor, Ordered {

  private static final boolean HIKARI =
      ClassUtils.isPresent(
          "com.zaxxer.hikari.HikariDataSource", DataSourceVersioner.class.getClassLoader());

  private final ObjectProvider<ApplicationVersion> version;
  private final ObjectProvider<PhaseProperties> properties;
  private final Environment environment;

  DataSourceVersioner(
      ObjectProvider<ApplicationVersion> version,
      ObjectProvider<PhaseProperties> properties,
      Environment environment) {
    this.version = version;
    this.properties = properties;
    this.environment = environment;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource dataSource
            && !(bean instanceof VersionedDataSource)
            && isMeant(name)
        ? versioned(dataSource)
        : bean;
  }

  private boolean isMeant(String name) {
    PhaseProperties said = properties.getObject();
    return said.dataSources().isEmpty() || said.dataSources().contains(name);
  }

  private VersionedDataSource versioned(DataSource dataSource) {
    ApplicationVersion wanted = version.getObject();
    if (HIKARI) {
      HikariPools.lead(
          dataSource, wanted, environment.getProperty("spring.application.name", ""));
    }
    Readiness readiness = new Readiness(dataSource, wanted);
    PhaseProperties said = properties.getObject();
    if (said.startup() == Startup.WAIT) {
      readiness.await(said.waitTimeout());
    } else {
      readiness.require();
    }
    return new VersionedDataSource(dataSource, wanted, said.checkInterval());
  }

  /** After those that replace the data source by another one, such as a proxy. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
