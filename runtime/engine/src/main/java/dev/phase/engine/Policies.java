package dev.phase.engine;

import dev.phase.change.Change;
import dev.phase.change.ContractOverrides;
import dev.phase.config.ContractSettings;
import dev.phase.engine.state.VersionRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When the tail below a version moves: as the project says, unless the version's changes do. */
final class Policies {

  private final Project project;
  private final List<Change> files;
  private final Map<String, ContractSettings> read = new HashMap<>();

  /**
   * @param files where a change is not among them, what it said when it was applied counts
   */
  Policies(Project project, List<Change> files) {
    this.project = project;
    this.files = files;
  }

  ContractSettings above(VersionRow version) {
    return read.computeIfAbsent(version.name(), this::read);
  }

  private ContractSettings read(String version) {
    ContractSettings policy = project.settings().contract();
    Map<String, ContractOverrides> stored = project.state().contractOverrides(version);
    for (Map.Entry<String, ContractOverrides> change : stored.entrySet()) {
      policy = policy.with(inFile(change.getKey()).orElse(change.getValue()));
    }
    return policy;
  }

  private Optional<ContractOverrides> inFile(String id) {
    return files.stream()
        .filter(change -> change.id().equals(id))
        .findFirst()
        .map(change -> change.contract().orElse(ContractOverrides.NONE));
  }
}
