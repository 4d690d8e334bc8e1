package dev.phase.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.phase", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.phase.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule planningNeverExecutes =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.phase.planning..", "dev.phase.operation..", "dev.phase.need..", "dev.phase.compat..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.jdbi..", "dev.phase.engine..", "dev.phase.backfill..");

  @ArchTest
  static final ArchRule executingNeverPlans =
      noClasses()
          .that()
          .resideInAnyPackage("dev.phase.engine.execution..", "dev.phase.engine.state..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.phase.operation..", "dev.phase.need..", "dev.phase.compat..");
}
