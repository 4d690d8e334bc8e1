package dev.phase.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.phase.cli.Invocation;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The manifests are what Kubernetes and Phase take. */
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "advance-helm.yaml",
        "advance-argocd.yaml",
        "advance-detached-helm.yaml",
        "advance-detached-argocd.yaml",
        "application.yaml",
        "worker.yaml"
      })
  void loginsAreRolesThatPhaseMakesAndVariablesAreSettings(String file) throws IOException {
    String roles =
        run("init", "--print-grants", "--roles=shop", "--url=postgresql://localhost/shop");
    String guides =
        Files.readString(Path.of("../docs/operations-guide.md"))
            + Files.readString(Path.of("../docs/java-applications.md"));
    Matcher variable =
        Pattern.compile("name: ([A-Z_]+), value: \"?([^ \"]+)")
            .matcher(Files.readString(DIRECTORY.resolve(file)));
    int logins = 0;
    while (variable.find()) {
      String name = variable.group(1);
      String property = name.toLowerCase(Locale.ROOT).replace('_', '.');
      assertTrue(
          name.startsWith("SPRING_") || guides.contains(name) || guides.contains(property), name);
      if (name.endsWith("USER") || name.endsWith("USERNAME")) {
        logins++;
        assertTrue(
            roles.contains("ALTER ROLE \"%s\" LOGIN".formatted(variable.group(2))), roles);
      }
    }
    assertTrue(logins > 0, file);
  }

  /** With --help, a command does nothing but read its arguments. */
  private static void assertUnderstood(List<String> command) {
    List<String> arguments = new ArrayList<>(command.subList(1, command.size()));
    arguments.add("--help");
    run(arguments.toArray(String[]::new));
  }

  private static String run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Invocation.run(Path.of(""), Map.of(), out, err, List.of(arguments));
    assertEquals(0, code, err::toString);
    return out.toString(StandardCharsets.UTF_8);
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
