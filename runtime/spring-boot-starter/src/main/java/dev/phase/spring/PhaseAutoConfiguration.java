package dev.phase.spring;

import dev.phase.jpa.ApplicationVersion;
import dev.phase.sql.Identifier;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.StringUtils;

/** The application's version, and data sources that lead to it. */
@AutoConfiguration
@ConditionalOnClass(DataSource.class)
@ConditionalOnProperty(prefix = "phase", name = "enabled", matchIfMissing = true)
@EnableConfigurationProperties(PhaseProperties.class)
public class PhaseAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  ApplicationVersion phaseApplicationVersion(PhaseProperties properties, ResourceLoader resources) {
    Identifier schema = Identifier.of(properties.schema());
    return StringUtils.hasText(properties.version())
        ? new ApplicationVersion(properties.version(), schema)
        : ApplicationVersion.ofClassPath(
            resources.getClassLoader(), properties.changes(), schema);
  }

  /** Static, since it has to be there before any data source. */
  @Bean
  static DataSourceVersioner phaseDataSourceVersioner(
      ObjectProvider<ApplicationVersion> version,
      ObjectProvider<PhaseProperties> properties,
      Environment environment) {
    return new DataSourceVersioner(version, properties, environment);
  }
}
