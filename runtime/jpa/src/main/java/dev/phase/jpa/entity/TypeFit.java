package dev.phase.jpa.entity;

import dev.phase.jpa.entity.MappedColumn.Width;
import dev.phase.sql.TypeName;
import java.util.List;
import java.util.Set;

/** Whether an application that was written for one type can live with another. */
final class TypeFit {

  /** How the wanted type goes with that of the column. */
  enum Verdict {
    FITS,
    /** Values may be longer, larger or more exact than the column takes. */
    TOO_NARROW,
    OTHER_TYPE
  }

  private static final Set<String> TEXTS =
      Set.of("character varying", "character", "text", "citext", "name");
  private static final Set<String> DOCUMENTS = Set.of("json", "jsonb");
  private static final Set<String> BUILT_IN =
      Set.of(
          "character varying", "character", "text", "name", "smallint", "integer", "bigint",
          "numeric", "real", "double precision", "boolean", "bytea", "oid", "uuid", "date",
          "timestamp without time zone", "timestamp with time zone", "time without time zone",
          "time with time zone", "interval", "json", "jsonb", "inet", "bit", "bit varying", "xml");

  private final Set<String> enums;

  /**
   * @param enums the names of the schema's enum types
   */
  TypeFit(Set<String> enums) {
    this.enums = Set.copyOf(enums);
  }

  Verdict judge(TypeName wanted, TypeName present, Width width) {
    if ((wanted.dimensions() > 0) != (present.dimensions() > 0)) {
      return isKnown(present) && isKnown(wanted) ? Verdict.OTHER_TYPE : Verdict.FITS;
    }
    String want = base(wanted);
    String have = base(present);
    if (TEXTS.contains(want) && TEXTS.contains(have)) {
      return width(wanted.modifiers(), present.modifiers(), width);
    }
    if (want.equals("numeric") && have.equals("numeric")) {
      return number(wanted.modifiers(), present.modifiers(), width);
    }
    if (want.equals(have) || DOCUMENTS.contains(want) && DOCUMENTS.contains(have)) {
      return Verdict.FITS;
    }
    return isKnown(present) && isKnown(wanted) ? Verdict.OTHER_TYPE : Verdict.FITS;
  }

  /** Of a type that is not known, such as a domain, nobody can tell here what it takes. */
  private boolean isKnown(TypeName type) {
    String base = base(type);
    return BUILT_IN.contains(base) || enums.contains(base);
  }

  private static String base(TypeName type) {
    String base = type.unqualified().base();
    return base.startsWith("interval") ? "interval" : base;
  }

  private static Verdict width(List<Integer> wanted, List<Integer> present, Width width) {
    boolean narrow =
        width == Width.MEANT
            && !present.isEmpty()
            && (wanted.isEmpty() || wanted.get(0) > present.get(0));
    return narrow ? Verdict.TOO_NARROW : Verdict.FITS;
  }

  /** Digits before the point and after it. */
  private static Verdict number(List<Integer> wanted, List<Integer> present, Width width) {
    if (width == Width.ASSUMED || present.isEmpty() || wanted.isEmpty()) {
      return Verdict.FITS;
    }
    int wantedScale = scale(wanted);
    int presentScale = scale(present);
    boolean narrow =
        wantedScale > presentScale
            || wanted.get(0) - wantedScale > present.get(0) - presentScale;
    return narrow ? Verdict.TOO_NARROW : Verdict.FITS;
  }

  private static int scale(List<Integer> modifiers) {
    return modifiers.size() > 1 ? modifiers.get(1) : 0;
  }
}
