package shop.rollout;

import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Hibernate tells it about each statement that it prepares, in all releases. */
public final class Statements implements StatementInspector {

  private static final long serialVersionUID = 1L;
  private static final AtomicLong ORDER_LINES = new AtomicLong();

  /** How often rows of order_lines were inserted, in batches or one by one. */
  static long insertsOfLines() {
    return ORDER_LINES.get();
  }

  @Override
  public String inspect(String sql) {
    if (sql.startsWith("insert into order_lines")) {
      ORDER_LINES.incrementAndGet();
    }
    return sql;
  }
}
