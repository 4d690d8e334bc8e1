package dev.phase.operation;

import dev.phase.need.CommentChange;
import dev.phase.need.Decision;
import dev.phase.need.DefaultChange;
import dev.phase.need.DroppedExpression;
import dev.phase.need.Need;
import dev.phase.need.RequiredColumn;
import dev.phase.need.RetypedColumn;
import dev.phase.schema.Column;
import dev.phase.schema.Dependent;
import dev.phase.schema.Generation;
import dev.phase.schema.Retyping;
import dev.phase.schema.Schema;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A change of a column where it stands: one that PostgreSQL makes in its catalog alone, or proves
 * without a lock that blocks.
 */
final class InPlace {

  private final Schema before;
  private final Site site;
  private final Table table;
  private final Column old;
  private final Column wanted;
  private Optional<Retyping> asked = Optional.empty();

  InPlace(Schema before, Site site, Table table, Column old, Column wanted) {
    this.before = before;
    this.site = site;
    this.table = table;
    this.old = old;
    this.wanted = wanted;
  }

  /** Why it cannot be done, as a clause. */
  Optional<String> obstacle() {
    if (!wanted.collation().equals(old.collation())) {
      return Optional.of("with another collation, older versions would see another order");
    }
    if (isRetyped()) {
      return retyping().obstacle();
    }
    return isRequired() && base().isEmpty()
        ? Optional.of("a change in flight has made it")
        : Optional.empty();
  }

  Effect effect() {
    List<Need> needs = new ArrayList<>();
    List<Decision> decisions = new ArrayList<>();
    if (isRetyped()) {
      needs.add(
          new RetypedColumn(table.key(), wanted, retyping().relatives(), site.at("type")));
      decisions.add(
          site.decision(
              "Column %s of %s becomes %s in place: PostgreSQL only changes its catalog."
                  + " Older versions see the new type, too, and a rollback leaves it.",
              old.name(), table.name(), wanted.type()));
    }
    if (isRequired()) {
      Identifier check = Identifier.of(old.name().value() + "_not_null");
      needs.add(new RequiredColumn(table.key(), old, site.shadow(check)));
      decisions.add(
          site.decision(
              "Column %s of %s is proven NOT NULL in place: there is no `up`, so older versions"
                  + " are bound, too.",
              old.name(), table.name()));
    }
    boolean anotherDefault = !wanted.defaultExpression().equals(old.defaultExpression());
    if (anotherDefault) {
      needs.add(
          new DefaultChange(
              table.key(), old.name(), wanted.defaultExpression(), site.at("default")));
      decisions.add(
          site.decision(
              "The default of column %s of %s changes in the views of newer versions only; the base"
                  + " table follows at contract.",
              old.name(), table.name()));
    }
    if (!wanted.comment().equals(old.comment())) {
      needs.add(new CommentChange(table.key(), Optional.of(old.name()), wanted.comment()));
      decisions.add(
          site.decision(
              "The comment on column %s of %s changes at contract.", old.name(), table.name()));
    }
    Table after =
        table.replacing(old, wanted, anotherDefault ? site.position() : table.touchedAt());
    return new Effect(needs.isEmpty() ? before : before.with(after), needs, decisions);
  }

  /** The end of a generated column, which keeps what it has by then. */
  Effect freed(Schema schema) {
    boolean isVirtual =
        base()
            .map(base -> before.catalog().generation(base.name(), old.physical()))
            .filter(Generation::virtual)
            .isPresent();
    if (isVirtual) {
      throw new SchemaException(
          "Column %s of %s is virtual, so there are no values that it could keep."
              .formatted(old.name(), table.name()),
          "Give its expression as `up`.");
    }
    return Effect.of(
            schema, new DroppedExpression(table.key(), old.name(), site.at("generated")))
        .because(
            site.decision(
                "Column %s of %s stays generated until contract, which only changes the catalog:"
                    + " there is no `up` for what older versions write.",
                old.name(), table.name()));
  }

  private boolean isRetyped() {
    return !wanted.type().equals(old.type());
  }

  private boolean isRequired() {
    return old.nullable() && !wanted.nullable();
  }

  private Retyping retyping() {
    Retyping answer = asked.orElseGet(this::ask);
    asked = Optional.of(answer);
    return answer;
  }

  private Retyping ask() {
    if (base().isEmpty()) {
      return Retyping.impossible("a change in flight has made it");
    }
    Optional<Dependent> user =
        table.dependents().stream()
            .filter(d -> d.columns().contains(old.physical()) && !d.bearsAnotherType())
            .findFirst();
    if (user.isPresent()) {
      return Retyping.impossible("%s uses it".formatted(user.get()));
    }
    if (wanted.type().name().equals("oid")) {
      return Retyping.impossible("negative numbers would become others");
    }
    return before
        .catalog()
        .retyping(base().get().name(), old.named(old.physical()), wanted.named(old.physical()));
  }

  /** The base table, if it has the column. */
  private Optional<Table> base() {
    return before
        .catalog()
        .base(table.key())
        .filter(base -> base.holder(old.physical()).isPresent());
  }
}
