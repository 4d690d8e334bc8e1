package dev.phase.planning;

import dev.phase.need.Need;
import dev.phase.need.Rename;
import dev.phase.plan.Statement;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that relations had before statements renamed them. A plan tells locks by the names under
 * which sessions know the relations when a step begins.
 */
final class FormerNames {

  private final Identifier schema;
  private final Map<QualifiedName, QualifiedName> former = new HashMap<>();

  FormerNames(Identifier schema) {
    this.schema = schema;
  }

  /** The contract of this need comes next; what it renames had another name before. */
  void rename(Need need) {
    for (Rename rename : need.renames()) {
      if (rename.kind() != Rename.Kind.COLUMN) {
        rename(name(rename.from()), name(rename.to()));
      }
    }
  }

  private void rename(QualifiedName from, QualifiedName to) {
    QualifiedName first = former.containsKey(from) ? former.remove(from) : from;
    former.put(to, first);
  }

  /** The same statements, with the former names in their locks. */
  List<Statement> in(List<Statement> statements) {
    return statements.stream()
        .map(statement -> statement.lockingAs(name -> former.getOrDefault(name, name)))
        .toList();
  }

  private QualifiedName name(Identifier relation) {
    return new QualifiedName(schema, relation);
  }
}
