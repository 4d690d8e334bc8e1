package dev.phase.model;

import dev.phase.need.ChangedSequence;
import dev.phase.need.Need;
import dev.phase.need.NewEnum;
import dev.phase.need.NewEnumValue;
import dev.phase.need.NewSequence;
import dev.phase.need.NewTable;
import dev.phase.need.RemovedEnum;
import dev.phase.need.RenamedEnumValue;
import dev.phase.need.ReplacedEnum;
import dev.phase.schema.Column;
import dev.phase.schema.EnumType;
import dev.phase.schema.Sequence;
import dev.phase.schema.SequenceOptions;
import dev.phase.sql.Identifier;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The sequences and enum types, which no table owns. */
final class FreeObjects {

  /** What PostgreSQL gives to a sequence that says nothing. */
  private static final SequenceOptions DEFAULTS =
      new SequenceOptions(
          Optional.of(SequenceOptions.Type.BIGINT),
          Optional.of(1L),
          Optional.of(1L),
          Optional.of(1L),
          Optional.of(Long.MAX_VALUE),
          Optional.of(1L),
          Optional.of(false));

  private final Map<Identifier, Sequence> sequences = new TreeMap<>();
  private final Map<Identifier, EnumType> enums = new TreeMap<>();

  FreeObjects(Snapshot snapshot) {
    snapshot.sequences().forEach(this::put);
    snapshot.enums().forEach(this::put);
  }

  Map<Identifier, Sequence> sequences() {
    return Map.copyOf(sequences);
  }

  Map<Identifier, EnumType> enums() {
    return Map.copyOf(enums);
  }

  Optional<Sequence> sequence(Identifier name) {
    return Optional.ofNullable(sequences.get(name));
  }

  Optional<EnumType> enumType(Identifier name) {
    return Optional.ofNullable(enums.get(name));
  }

  /** Remembers what an operation makes, changes or removes. */
  void learn(Need need) {
    if (need instanceof NewSequence made) {
      put(new Sequence(made.name(), made.options().orElse(DEFAULTS), false));
    } else if (need instanceof NewTable made) {
      made.created().columns().stream()
          .filter(column -> column.kind() == Column.Kind.IDENTITY)
          .map(column -> made.created().name() + "_" + column.name() + "_seq")
          .filter(name -> !Identifier.isTooLong(name))
          .forEach(name -> put(new Sequence(Identifier.of(name), DEFAULTS, true)));
    } else if (need instanceof ChangedSequence changed) {
      sequence(changed.name())
          .map(s -> new Sequence(s.name(), changed.wanted().orElse(s.options()), s.identity()))
          .ifPresent(this::put);
    } else if (need instanceof NewEnum made) {
      put(new EnumType(made.name(), made.values()));
    } else if (need instanceof ReplacedEnum made) {
      put(new EnumType(made.name(), made.values()));
    } else if (need instanceof NewEnumValue made) {
      change(made.name(), values -> Stream.concat(values, Stream.of(made.value())));
    } else if (need instanceof RenamedEnumValue renamed) {
      change(
          renamed.name(),
          values -> values.map(v -> v.equals(renamed.from()) ? renamed.to() : v));
    } else if (need instanceof RemovedEnum removed) {
      enums.remove(removed.name());
    }
  }

  private void change(Identifier name, UnaryOperator<Stream<String>> change) {
    enumType(name)
        .map(type -> new EnumType(name, change.apply(type.values().stream()).toList()))
        .ifPresent(this::put);
  }

  private void put(Sequence sequence) {
    sequences.put(sequence.name(), sequence);
  }

  private void put(EnumType type) {
    enums.put(type.name(), type);
  }
}
