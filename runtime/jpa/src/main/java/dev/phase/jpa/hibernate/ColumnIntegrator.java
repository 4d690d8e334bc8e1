package dev.phase.jpa.hibernate;

import dev.phase.jpa.ExpectedColumns;
import dev.phase.jpa.Readiness;
import dev.phase.jpa.VersionedDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Makes the columns that entities are mapped to a part of readiness, and does not let Hibernate start
 * where the version has them not. Hibernate finds it by itself; it does nothing where connections
 * come from anything but a {@link VersionedDataSource}.
 */
public final class ColumnIntegrator implements Integrator {

  @Override
  public void integrate(
      Metadata metadata, BootstrapContext context, SessionFactoryImplementor sessions) {
    versioned(sessions.getServiceRegistry().getService(ConnectionProvider.class))
        .ifPresent(
            dataSource -> {
              dataSource.expect(new ExpectedColumns(columns(metadata)));
              new Readiness(dataSource, dataSource.version()).look().throwIfRefused();
            });
  }

  /** Hibernate 6.6 has no default for it. */
  @Override
  public void disintegrate(
      SessionFactoryImplementor sessions, SessionFactoryServiceRegistry registry) {}

  /** Absent where there are several tenants, or no data source. */
  private static Optional<VersionedDataSource> versioned(ConnectionProvider provider) {
    if (provider == null || !provider.isUnwrappableAs(DataSource.class)) {
      return Optional.empty();
    }
    try {
      DataSource dataSource = provider.unwrap(DataSource.class);
      return dataSource.isWrapperFor(VersionedDataSource.class)
          ? Optional.of(dataSource.unwrap(VersionedDataSource.class))
          : Optional.empty();
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  /** Tables with a schema of their own are not looked up in the version. */
  private static Map<String, List<String>> columns(Metadata metadata) {
    Map<String, List<String>> tables = new TreeMap<>();
    for (Table table : metadata.collectTableMappings()) {
      if (table.isPhysicalTable()
          && !table.isSubselect()
          && table.getSchema() == null
          && table.getCatalog() == null) {
        tables.put(
            name(table.getName(), table.isQuoted()),
            table.getColumns().stream().map(ColumnIntegrator::name).toList());
      }
    }
    return tables;
  }

  private static String name(Column column) {
    return name(column.getName(), column.isQuoted());
  }

  /** As PostgreSQL reads it in a statement of Hibernate's. */
  private static String name(String text, boolean quoted) {
    return quoted ? text : text.toLowerCase(Locale.ROOT);
  }
}
