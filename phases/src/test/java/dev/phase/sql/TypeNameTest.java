package dev.phase.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TypeNameTest {

  @Test
  void aliasesAreTheirType() {
    assertCanonical("integer", "INT4");
    assertCanonical("bigint", "bigserial");
    assertCanonical("character varying(255)", "varchar(255)");
    assertCanonical("character(1)", "char");
    assertCanonical("character(3)", "bpchar(3)");
    assertCanonical("numeric(10,2)", "DECIMAL ( 10, 2 )");
    assertCanonical("double precision", "float(53)");
    assertCanonical("real", "float(24)");
    assertCanonical("timestamp(6) with time zone", "timestamp(6) with time zone");
    assertCanonical("timestamp with time zone", "timestamptz");
    assertCanonical("time(3) without time zone", "time(3)");
    assertCanonical("text", "pg_catalog.text");
  }

  @Test
  void arraysOfAnyDimensionAreOneType() {
    assertCanonical("integer[]", "int[][3]");
    assertCanonical("character varying(20)[]", "varchar(20) array");
    assertEquals(2, TypeName.of("int[][]").dimensions());
  }

  @Test
  void namesOfOtherTypesAreKept() {
    assertCanonical("citext", "citext");
    assertCanonical("\"Mood (old)\"", "\"Mood (old)\"");
    assertCanonical("geometry(point,4326)", "geometry(point,4326)");
  }

  @Test
  void theSchemaOfATypeCanBeLeftOut() {
    assertEquals("citext", TypeName.of("public.citext").unqualified().toString());
    assertEquals("Mood \"x", TypeName.of("\"My.Schema\".\"Mood \"\"x\"").unqualified().base());
    assertEquals("text[]", TypeName.of("text[]").unqualified().toString());
  }

  private static void assertCanonical(String canonical, String spelling) {
    assertEquals(canonical, TypeName.of(spelling).toString());
    assertEquals(canonical, TypeName.of(canonical).toString());
  }
}
