package dev.phase.spring;

import dev.phase.jpa.ApplicationVersion;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Keeps Hibernate from changing the schema, and its cache from mixing versions. */
@AutoConfiguration(after = PhaseAutoConfiguration.class, before = HibernateJpaAutoConfiguration.class)
@ConditionalOnClass(
    name = {
      "org.hibernate.SessionFactory",
      "org.springframework.boot.autoconfigure.orm.jpa.HibernatePropertiesCustomizer",
      "org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean"
    })
@ConditionalOnBean(ApplicationVersion.class)
public class PhaseHibernateAutoConfiguration {

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  HibernatePropertiesCustomizer phaseHibernateProperties(ApplicationVersion version) {
    return new HibernateGuard(version);
  }
}
