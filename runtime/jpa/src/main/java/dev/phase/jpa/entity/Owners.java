package dev.phase.jpa.entity;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.JoinedSubclass;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;

/** Which class and field each column of Hibernate's model belongs to. */
final class Owners {

  private final Map<Column, Owner> columns = new IdentityHashMap<>();
  private final Map<Table, PersistentClass> tables = new IdentityHashMap<>();

  /**
   * A field.
   *
   * @param enumeration whether its values are an enum's
   * @param primitive whether its type has no null
   * @param generated whether it gets a value even where the application gives none
   */
  record Owner(
      String entity,
      String field,
      boolean insertable,
      boolean enumeration,
      boolean primitive,
      boolean generated) {}

  Owners(Metadata metadata) {
    for (PersistentClass entity : metadata.getEntityBindings()) {
      tables.putIfAbsent(entity.getTable(), entity);
      add(entity);
    }
    for (Collection collection : metadata.getCollectionBindings()) {
      tables.putIfAbsent(collection.getCollectionTable(), collection.getOwner());
      add(collection);
    }
  }

  Optional<Owner> of(Column column) {
    return Optional.ofNullable(columns.get(column));
  }

  Optional<PersistentClass> of(Table table) {
    return Optional.ofNullable(tables.get(table));
  }

  private void add(PersistentClass entity) {
    Place place = new Place(entity.getClassName(), "", entity.getMappedClass());
    if (entity.getIdentifierProperty() != null) {
      add(place, entity.getIdentifierProperty());
    } else if (entity.getIdentifier() != null) {
      add(place.field("id"), entity.getIdentifier());
    }
    if (entity instanceof JoinedSubclass joined) {
      add(place.field("id"), joined.getKey());
    }
    if (entity.getDiscriminator() != null) {
      add(place, entity.getDiscriminator());
    }
    entity.getProperties().forEach(property -> add(place, property));
    for (Join join : entity.getJoins()) {
      tables.putIfAbsent(join.getTable(), entity);
      add(place.field("id"), join.getKey());
      join.getProperties().forEach(property -> add(place, property));
    }
  }

  private void add(Collection collection) {
    PersistentClass owner = collection.getOwner();
    String field = collection.getRole().substring(collection.getOwnerEntityName().length() + 1);
    Place place = new Place(owner.getClassName(), field, Object.class);
    add(place, collection.getKey());
    add(place, collection.getElement());
    if (collection instanceof IndexedCollection indexed && indexed.getIndex() != null) {
      add(place, indexed.getIndex());
    }
  }

  /** What no property says of itself is Hibernate's own to fill. */
  private void add(Place place, Value value) {
    add(place, value, new Owner(place.entity(), place.path(), true, false, false, false));
  }

  private void add(Place place, Property property) {
    Place field = place.field(property.getName());
    add(
        field,
        property.getValue(),
        new Owner(
            field.entity(),
            field.path(),
            property.isInsertable(),
            field.type().filter(Class::isEnum).isPresent(),
            field.type().filter(Class::isPrimitive).isPresent(),
            property.getValueGeneratorCreator() != null));
  }

  private void add(Place place, Value value, Owner owner) {
    if (value instanceof Component component) {
      Place inside = place.within(component.getComponentClass());
      component.getProperties().forEach(property -> add(inside, property));
      return;
    }
    value.getSelectables().stream()
        .filter(Column.class::isInstance)
        .map(Column.class::cast)
        .forEach(column -> columns.putIfAbsent(column, owner));
  }
}
