package dev.phase.cli;

import dev.phase.engine.Engine;
import dev.phase.engine.execution.Listener;
import dev.phase.engine.gate.ClientSessions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "clients", description = "Show who is connected, and on which version.")
final class ClientsCommand implements Callable<Integer> {

  /** The whole of {@code phase clients -o json}. */
  record Document(List<ClientSessions> clients) {}

  private final Project project;

  @Mixin private OutputOption output;

  ClientsCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    List<ClientSessions> clients;
    try (Engine engine = project.connect(Listener.NONE)) {
      clients = engine.inspection().clients();
    }
    if (output.isJson()) {
      project.console().print(Json.of(new Document(clients)));
    } else {
      print(clients);
    }
    return 0;
  }

  private void print(List<ClientSessions> clients) {
    if (clients.isEmpty()) {
      project.console().print("Nobody else is connected to this database.");
      return;
    }
    TextTable table = new TextTable("VERSION", "APPLICATION", "ROLE", "FROM", "SESSIONS");
    for (ClientSessions client : clients) {
      table.add(
          client.version().orElse("not said"),
          client.application().isEmpty() ? "-" : client.application(),
          client.login(),
          client.address().orElse("-"),
          Words.grouped(client.sessions()));
    }
    table.print(project.console());
  }
}
