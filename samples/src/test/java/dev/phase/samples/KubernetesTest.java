package dev.phase.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.phase.change.ChangeReader;
import dev.phase.config.Settings;
import dev.phase.config.SettingsReader;
import dev.phase.engine.Engine;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.state.Release;
import dev.phase.sql.Identifier;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The manifests are what Kubernetes takes, and the roles suffice. */
@PostgresTest
class KubernetesTest {

  private static final Path DIRECTORY = Path.of("kubernetes");

  @ParameterizedTest
  @ValueSource(strings = {"advance-helm.yaml", "advance-argocd.yaml"})
  void jobsAreValid(String file) throws IOException {
    JsonObject job = read(file);
    V1Job.validateJsonElement(job);
    JsonObject spec = job.getAsJsonObject("spec");
    JsonObject pod = spec.getAsJsonObject("template").getAsJsonObject("spec");
    assertEquals("Never", pod.get("restartPolicy").getAsString());
    JsonObject container = pod.getAsJsonArray("containers").get(0).getAsJsonObject();
    assertEquals(List.of("phase", "advance"), strings(container.getAsJsonArray("command")).subList(0, 2));
    JsonObject rule =
        spec.getAsJsonObject("podFailurePolicy")
            .getAsJsonArray("rules")
            .get(0)
            .getAsJsonObject()
            .getAsJsonObject("onExitCodes");
    assertEquals(container.get("name"), rule.get("containerName"));
  }

  @Test
  void theDeploymentIsValidAndItsInitContainerOnlyWaits() throws IOException {
    JsonObject deployment = read("application.yaml");
    V1Deployment.validateJsonElement(deployment);
    JsonObject pod =
        deployment
            .getAsJsonObject("spec")
            .getAsJsonObject("template")
            .getAsJsonObject("spec");
    JsonArray waiting = pod.getAsJsonArray("initContainers");
    assertEquals(1, waiting.size());
    assertEquals(
        List.of("phase", "wait"),
        strings(waiting.get(0).getAsJsonObject().getAsJsonArray("command")).subList(0, 2));
  }

  @Test
  void aMisspelledFieldWouldBeNoticed() throws IOException {
    JsonObject job = read("advance-helm.yaml");
    job.getAsJsonObject("spec").addProperty("backofLimit", 6);
    assertThrows(IllegalArgumentException.class, () -> V1Job.validateJsonElement(job));
  }

  @Test
  void theRolesSuffice(Database database) throws Exception {
    String owner = database.createRole("owner");
    String migrator = database.createRole("migrator");
    String application = database.createRole("app");
    String sql = Files.readString(DIRECTORY.resolve("roles.sql"));
    String adapted =
        sql.replaceAll("CREATE ROLE shop_(\\w+) N?O?LOGIN(?: IN ROLE (\\w+))?;", "")
            .replace("shop_owner", owner)
            .replace("shop_migrator", migrator)
            .replace("shop_app", application)
            .replace("DATABASE shop", "DATABASE " + database.name());
    try (Connection connection = database.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute("GRANT %s TO %s".formatted(owner, migrator));
      statement.execute(adapted);
    }
    Settings settings =
        new SettingsReader(
                Path.of("shop-app"),
                Map.of("url", database.url(), "user", migrator),
                Map.of("PHASE_PASSWORD", database.password()))
            .read();
    try (Engine engine = Engine.connect(settings, Listener.NONE)) {
      engine.init();
      engine.advance(
          ChangeReader.read(settings.changes(), Identifier.of("public")).files(),
          new Release(Optional.empty(), Optional.empty(), "samples", "localhost"));
    }
    try (Connection connection = database.connectAs(application);
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = public_0003_paid, public");
      statement.execute(
          """
          INSERT INTO customers (full_name, email, version) VALUES ('Ada', 'a@example.org', 0)""");
      statement.execute(
          """
          INSERT INTO orders (id, customer_id, amount_cents, paid, version)
          SELECT nextval('orders_seq'), id, 100, true, 0 FROM customers""");
    }
    try (Connection connection = database.connectAs(application);
        Statement statement = connection.createStatement()) {
      assertThrows(
          SQLException.class, () -> statement.execute("DROP TABLE public.orders"));
    }
  }

  private static JsonObject read(String file) throws IOException {
    Object yaml =
        new Load(LoadSettings.builder().build())
            .loadFromString(Files.readString(DIRECTORY.resolve(file)));
    assertTrue(yaml instanceof Map, file);
    return new Gson().toJsonTree(yaml).getAsJsonObject();
  }

  private static List<String> strings(JsonArray array) {
    List<String> strings = new ArrayList<>();
    for (JsonElement element : array) {
      strings.add(element.getAsString());
    }
    return strings;
  }
}
