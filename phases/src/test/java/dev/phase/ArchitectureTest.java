package dev.phase;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.phase", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule IS_PURE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.quartz..");

  @ArchTest
  static final ArchRule HAS_NO_CYCLES =
      slices().matching("dev.phase.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule LAYERS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("sql").definedBy("dev.phase.sql")
          .layer("problem").definedBy("dev.phase.problem")
          .layer("yaml").definedBy("dev.phase.yaml")
          .layer("schema").definedBy("dev.phase.schema")
          .layer("plan").definedBy("dev.phase.plan")
          .layer("need").definedBy("dev.phase.need")
          .layer("operation").definedBy("dev.phase.operation")
          .layer("window").definedBy("dev.phase.window")
          .layer("change").definedBy("dev.phase.change")
          .layer("config").definedBy("dev.phase.config")
          .layer("planning").definedBy("dev.phase.planning")
          .layer("json").definedBy("dev.phase.json")
          .layer("model").definedBy("dev.phase.model")
          .whereLayer("json").mayNotAccessAnyLayer()
          .whereLayer("sql").mayNotAccessAnyLayer()
          .whereLayer("problem").mayNotAccessAnyLayer()
          .whereLayer("yaml").mayOnlyAccessLayers("sql", "problem")
          .whereLayer("schema").mayOnlyAccessLayers("sql")
          .whereLayer("plan").mayOnlyAccessLayers("sql")
          .whereLayer("need").mayOnlyAccessLayers("sql", "schema", "plan")
          .whereLayer("window").mayOnlyAccessLayers("sql", "schema", "need")
          .whereLayer("operation").mayOnlyAccessLayers("sql", "schema", "plan", "need")
          .whereLayer("change").mayOnlyAccessLayers("sql", "plan", "operation", "yaml", "problem")
          .whereLayer("config").mayOnlyAccessLayers("sql", "change", "yaml", "problem")
          .whereLayer("model").mayOnlyAccessLayers(
              "sql", "schema", "plan", "need", "operation", "change", "yaml", "json")
          .whereLayer("model").mayNotBeAccessedByAnyLayer()
          .whereLayer("planning").mayNotBeAccessedByAnyLayer();
}
