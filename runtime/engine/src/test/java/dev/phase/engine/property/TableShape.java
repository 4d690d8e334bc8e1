package dev.phase.engine.property;

import dev.phase.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The table as one version sees it: a key and the columns that changes are made to. */
record TableShape(String name, ColumnShape key, List<ColumnShape> columns) {

  TableShape {
    columns = List.copyOf(columns);
  }

  String sql() {
    return Identifier.of(name).sql();
  }

  TableShape named(String newName) {
    return new TableShape(newName, key, columns);
  }

  TableShape plus(ColumnShape column) {
    List<ColumnShape> more = new ArrayList<>(columns);
    more.add(column);
    return new TableShape(name, key, more);
  }

  TableShape without(ColumnShape column) {
    return new TableShape(name, key, columns.stream().filter(c -> !c.equals(column)).toList());
  }

  TableShape replacing(ColumnShape old, ColumnShape fresh) {
    return new TableShape(
        name, key, columns.stream().map(c -> c.equals(old) ? fresh : c).toList());
  }

  List<ColumnShape> all() {
    List<ColumnShape> all = new ArrayList<>(List.of(key));
    all.addAll(columns);
    return all;
  }

  String definition() {
    return "CREATE TABLE %s (%s PRIMARY KEY, %s)"
        .formatted(
            sql(),
            key.definition(),
            columns.stream().map(ColumnShape::definition).collect(Collectors.joining(", ")));
  }
}
