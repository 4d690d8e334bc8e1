package dev.phase.compat;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.phase.compat",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule NEEDS_NOTHING_BUT_THE_LANGUAGE =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.phase.compat..",
              "dev.phase.sql",
              "dev.phase.schema",
              "dev.phase.plan",
              "dev.phase.need",
              "dev.phase.planning",
              "dev.phase.window",
              "java.io",
              "java.lang..",
              "java.nio.charset",
              "java.util..");

  @ArchTest
  static final ArchRule HAS_NO_CYCLES =
      slices().matching("dev.phase.(**)").should().beFreeOfCycles();
}
