package dev.phase.spring;

/** A setting of Hibernate's that would go past the version or change the schema. */
public final class UnsafeHibernateSettingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnsafeHibernateSettingException(String message) {
    super(message);
  }
}
