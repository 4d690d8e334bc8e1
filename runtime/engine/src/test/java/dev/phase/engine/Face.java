package dev.phase.engine;

import java.util.List;
import java.util.Random;

/** What one version of an application knows of the orders. */
interface Face {

  /** The schema that has its orders under its own names. */
  String schema();

  /** The one that has its customers: the base schema, where no change in flight touches them. */
  String customersSchema();

  String table();

  List<String> columns();

  /** Its search_path. */
  String path();

  /** One value for each column, as text; what PostgreSQL gives back is the same text. */
  List<String> values(long id, Random random);
}
