package dev.phase.jpa.entity;

import dev.phase.jpa.entity.MappedColumn.Width;
import dev.phase.jpa.entity.Owners.Owner;
import dev.phase.sql.Identifier;
import dev.phase.sql.TypeName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;

/** Reads what entities want of the database from Hibernate's boot metadata. */
final class MappingReader {

  private final Metadata metadata;
  private final Owners owners;

  MappingReader(Metadata metadata) {
    this.metadata = metadata;
    this.owners = new Owners(metadata);
  }

  Mapping read() {
    return new Mapping(
        metadata.collectTableMappings().stream()
            .filter(Table::isPhysicalTable)
            .filter(Predicate.not(Table::isSubselect))
            .distinct()
            .map(this::table)
            .sorted(Comparator.comparing(MappedTable::name))
            .toList(),
        sequences(),
        metadata.getEntityBindings().stream()
            .filter(MappingReader::isCached)
            .map(PersistentClass::getClassName)
            .sorted()
            .toList());
  }

  /** By its annotation of JPA or of Hibernate. */
  private static boolean isCached(PersistentClass entity) {
    return entity.isCached() || entity.getRootClass().getCacheConcurrencyStrategy() != null;
  }

  private MappedTable table(Table table) {
    Optional<PersistentClass> entity = owners.of(table);
    List<MappedColumn> columns =
        table.getColumns().stream().map(column -> column(table, column)).toList();
    return new MappedTable(
        entity.map(PersistentClass::getClassName).orElse(""),
        Optional.ofNullable(table.getSchema()).or(() -> Optional.ofNullable(table.getCatalog())),
        name(table.getName(), table.isQuoted()),
        entity.map(PersistentClass::isMutable).orElse(true),
        columns);
  }

  private MappedColumn column(Table table, Column column) {
    Owner owner =
        owners
            .of(column)
            .orElseGet(
                () ->
                    new Owner(
                        owners.of(table).map(PersistentClass::getClassName).orElse(""),
                        column.getName(),
                        true,
                        false,
                        false,
                        false));
    boolean key =
        table.getPrimaryKey() != null && table.getPrimaryKey().getColumns().contains(column);
    TypeName type = TypeName.of(column.getSqlType(metadata));
    boolean numeric = type.base().equals("numeric");
    boolean assumed = owner.enumeration() || numeric && column.getPrecision() == null;
    return new MappedColumn(
        owner.entity(),
        owner.field(),
        name(column.getName(), column.isQuoted()),
        type,
        column.isNullable() && !key && !owner.primitive(),
        owner.insertable() && !owner.generated(),
        key,
        column.isIdentity(),
        assumed ? Width.ASSUMED : Width.MEANT);
  }

  private List<MappedSequence> sequences() {
    SequenceUsers users = new SequenceUsers(metadata);
    List<MappedSequence> sequences = new ArrayList<>();
    for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
      for (Sequence sequence : namespace.getSequences()) {
        var qualified = sequence.getName();
        var schema = qualified.getSchemaName();
        var plain = qualified.getSequenceName();
        Optional<PersistentClass> user = users.of(plain.getText());
        sequences.add(
            new MappedSequence(
                user.map(PersistentClass::getClassName).orElse(""),
                user.map(PersistentClass::getIdentifierProperty).map(Property::getName).orElse(""),
                Optional.ofNullable(schema).map(s -> s.getText()),
                name(plain.getText(), plain.isQuoted()),
                sequence.getIncrementSize()));
      }
    }
    sequences.sort(Comparator.comparing(MappedSequence::name));
    return sequences;
  }

  /** As PostgreSQL reads it in a statement of Hibernate's. */
  private static Identifier name(String text, boolean quoted) {
    return Identifier.of(quoted ? text : text.toLowerCase(Locale.ROOT));
  }
}
