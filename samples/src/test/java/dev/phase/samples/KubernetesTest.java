package dev.phase.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.phase.change.ChangeReader;
import dev.phase.cli.Invocation;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
  @ValueSource(
      strings = {
        "advance-helm.yaml",
        "advance-argocd.yaml",
        "advance-detached-helm.yaml",
        "advance-detached-argocd.yaml"
      })
  void jobsAreValid(String file) throws IOException {
    JsonObject job = read(file);
    V1Job.validateJsonElement(job);
    JsonObject spec = job.getAsJsonObject("spec");
    JsonObject pod = spec.getAsJsonObject("template").getAsJsonObject("spec");
    assertEquals("Never", pod.get("restartPolicy").getAsString());
    JsonObject container = pod.getAsJsonArray("containers").get(0).getAsJsonObject();
    List<String> command = strings(container.getAsJsonArray("command"));
    assertEquals(List.of("phase", "advance"), command.subList(0, 2));
    assertEquals(file.contains("detached"), command.contains("--detach"));
    assertUnderstood(command);
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
    List<String> command =
        strings(waiting.get(0).getAsJsonObject().getAsJsonArray("command"));
    assertEquals(List.of("phase", "wait"), command.subList(0, 2));
    assertUnderstood(command);
  }

  @Test
  void workersAreValidAndTellHowTheyAre() throws IOException {
    JsonObject deployment = read("worker.yaml");
    V1Deployment.validateJsonElement(deployment);
    JsonObject pod =
        deployment
            .getAsJsonObject("spec")
            .getAsJsonObject("template")
            .getAsJsonObject("spec");
    assertTrue(pod.get("terminationGracePeriodSeconds").getAsInt() >= 60);
    JsonObject container = pod.getAsJsonArray("containers").get(0).getAsJsonObject();
    List<String> command = strings(container.getAsJsonArray("command"));
    assertEquals(List.of("phase", "worker"), command.subList(0, 2));
    assertUnderstood(command);
    JsonObject port = container.getAsJsonArray("ports").get(0).getAsJsonObject();
    assertTrue(
        strings(container.getAsJsonArray("env"))
            .contains(
                "{\"name\":\"PHASE_WORKER_METRICS_PORT\",\"value\":\"%d\"}"
                    .formatted(port.get("containerPort").getAsInt())));
    for (String probe : List.of("readinessProbe", "livenessProbe", "startupProbe")) {
      JsonObject asked = container.getAsJsonObject(probe).getAsJsonObject("httpGet");
      assertEquals(port.get("name"), asked.get("port"), probe);
    }
    assertTrue(container.getAsJsonObject("resources").has("limits"));
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

  /** With --help, a command does nothing but read its arguments. */
  private static void assertUnderstood(List<String> command) {
    List<String> arguments = new ArrayList<>(command.subList(1, command.size()));
    arguments.add("--help");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Invocation.run(Path.of(""), Map.of(), OutputStream.nullOutputStream(), err, arguments);
    assertEquals(0, code, err::toString);
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
      strings.add(element.isJsonPrimitive() ? element.getAsString() : element.toString());
    }
    return strings;
  }
}
