package dev.phase.engine.property;

import dev.phase.engine.Engine;
import dev.phase.sql.QualifiedName;
import dev.phase.testkit.Database;
import dev.phase.window.Version;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Runs what was drawn on a database and holds it against the model after every step. */
final class Program implements AutoCloseable {

  private final Database database;
  private final Subject subject;
  private final List<String> log = new ArrayList<>();
  private final Map<String, TableShape> shapes = new LinkedHashMap<>();
  private final List<Session> sessions = new ArrayList<>();
  private final Map<String, Row> committed = new TreeMap<>();
  private Scene scene;

  Program(Database database) throws SQLException {
    this.database = database;
    this.subject = new Subject(database);
  }

  /** The statements so far, for the report. */
  String log() {
    return String.join("\n", log);
  }

  void run(Drawn drawn) throws SQLException {
    start(drawn.table());
    subject.run(Engine::init);
    sessions.add(new Session(new Client(database.connect()), committed));
    sessions.add(new Session(new Client(database.connect()), committed));
    int serial = 1;
    TableShape shape = shapes.get("baseline");
    for (int i = 0; i < drawn.changes().size(); i++) {
      String id = "000%d".formatted(i + 1);
      StringBuilder yaml = new StringBuilder("operations:\n");
      for (Drawn.Operation operation : drawn.changes().get(i)) {
        Operations.Made made = new Operations(shape, operation, serial++).make();
        yaml.append("  - ").append(made.yaml()).append('\n');
        shape = made.after();
      }
      log.add("-- " + id + "\n" + yaml);
      shapes.put(id, shape);
      subject.write(id, yaml.toString());
      move("advance", engine -> subject.advance());
    }
    for (Drawn.Step step : drawn.steps()) {
      step(step);
    }
    end(drawn.table().rows() % 2 == 0);
  }

  private void start(Drawn.Table drawn) throws SQLException {
    Baseline baseline = Baseline.drawn(drawn);
    shapes.put("baseline", baseline.shape());
    log.addAll(baseline.statements());
    database.run(baseline.statements().toArray(String[]::new));
  }

  private void step(Drawn.Step step) throws SQLException {
    Session session = sessions.get(step.session() % 2);
    switch (step.verb()) {
      case 24, 25 -> log.add(session.beginOrCommit(step.session() % 2));
      case 26 -> log.add(session.rollback(step.session() % 2));
      case Drawn.SAVEPOINT -> log.add(session.savepoint(step.session() % 2));
      case 27, 28, 29 -> event(step.verb());
      default -> {
        Session other = sessions.get(1 - step.session() % 2);
        Statements statements =
            new Statements(scene, step, session.rows(), other.locked());
        Reach reach = statements.reach();
        QualifiedName relation = session.client().relation(scene, reach.version());
        Statement statement =
            statements.make(
                reach.isByPath(scene) ? scene.shape(reach.version()).sql() : relation.sql(),
                relation.equals(scene.base()),
                database.majorVersion());
        log.add("/* session %d, version %d */ %s".formatted(
            step.session() % 2, statement.version(), statement));
        session.run(scene, statement);
        other.expectUnchanged(scene);
      }
    }
    for (Session each : sessions) {
      if (!each.inTransaction()) {
        each.expectUnchanged(scene);
      }
    }
  }

  private void event(int verb) throws SQLException {
    for (Session session : sessions) {
      session.commitIfOpen();
    }
    int live = (int) scene.versions().stream().filter(v -> v.state().name().equals("LIVE")).count();
    if (verb == 27 && live > 1) {
      move("retire", engine -> engine.retire(Subject.RELEASE));
      move("restore", engine -> engine.restore(Subject.RELEASE));
    } else if (verb == 28 && scene.newest() > 0) {
      move("rollback", engine -> engine.rollback(Subject.RELEASE));
      move("advance", engine -> subject.advance());
    } else if (verb == 29 && scene.newest() > 1) {
      move("retire", engine -> engine.retire(Subject.RELEASE));
      move("contract", engine -> engine.contract(Subject.RELEASE));
    }
  }

  /** Moves the window; whatever version stays in it must read what it did. */
  private void move(String name, Consumer<Engine> use) throws SQLException {
    log.add("-- " + name);
    subject.run(use);
    scene = new Scene(subject.window(), shapes);
    Map<String, Row> after = sessions.get(0).client().read(scene);
    for (String key : committed.keySet()) {
      Row was = committed.get(key);
      Row is = after.get(key);
      if (is == null) {
        throw new AssertionError("The row " + key + " is gone");
      }
      was.seen()
          .forEach(
              (version, row) -> {
                if (is.seen().containsKey(version) && !Objects.equals(row, is.seen().get(version))) {
                  throw new AssertionError(
                      "After %s, %s reads %s instead of %s"
                          .formatted(name, version, is.seen().get(version), row));
                }
              });
    }
    if (name.equals("advance")) {
      after.values().forEach(this::expectConverted);
    }
    committed.clear();
    committed.putAll(after);
  }

  private void expectConverted(Row row) {
    for (int i = 0; i < scene.links().size(); i++) {
      Scene.Link link = scene.links().get(i);
      if (link.boundary() == scene.newest() && !row.ups().get(i)) {
        throw new AssertionError("The backfill left %s: %s".formatted(link.rule(), row));
      }
    }
  }

  /** Goes the whole way to one end of the window. */
  private void end(boolean contract) throws SQLException {
    for (Session session : sessions) {
      session.commitIfOpen();
    }
    while (scene.newest() > 0) {
      if (contract) {
        move("retire", engine -> engine.retire(Subject.RELEASE));
        move("contract", engine -> engine.contract(Subject.RELEASE));
      } else {
        move("rollback", engine -> engine.rollback(Subject.RELEASE));
      }
    }
    Version left = scene.version(0);
    new Ending(database).expect(shapes.get(left.name()));
  }

  @Override
  public void close() throws SQLException {
    for (Session session : sessions) {
      session.client().close();
    }
    subject.close();
  }
}
