package dev.phase.spring;

import dev.phase.jpa.VersionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the application does not start, without a stack trace. */
final class VersionFailureAnalyzer extends AbstractFailureAnalyzer<RuntimeException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, RuntimeException cause) {
    Throwable reason = failure;
    while (reason != null
        && !(reason instanceof VersionException)
        && !(reason instanceof UnsafeHibernateSettingException)) {
      reason = reason.getCause();
    }
    return reason == null ? null : new FailureAnalysis(reason.getMessage(), null, reason);
  }
}
