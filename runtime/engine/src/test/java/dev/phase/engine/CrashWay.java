package dev.phase.engine;

import dev.phase.engine.execution.Listener;
import java.util.function.Consumer;

/** A command that dies, and what is done about it. */
enum CrashWay {
  ADVANCE_AGAIN("advance", "advance", scene -> {}, "advanced") {
    @Override
    void die(CrashScene scene, Listener listener) {
      advance(scene, listener);
    }

    @Override
    void goOn(CrashScene scene) {
      scene.workshop().advance();
    }
  },
  ADVANCE_BACK("advance", "rollback", scene -> {}, "rolled back") {
    @Override
    void die(CrashScene scene, Listener listener) {
      advance(scene, listener);
    }

    @Override
    void goOn(CrashScene scene) {
      rollBack(scene);
    }
  },
  ROLLBACK_AGAIN("rollback", "rollback", scene -> scene.workshop().advance(), "rolled back") {
    @Override
    void die(CrashScene scene, Listener listener) {
      scene.workshop().run(listener, e -> e.rollback(Workshop.RELEASE));
    }

    @Override
    void goOn(CrashScene scene) {
      rollBack(scene);
    }
  },
  RETIRE_AGAIN("retire", "retire", scene -> scene.workshop().advance(), "retired") {
    @Override
    void die(CrashScene scene, Listener listener) {
      scene.workshop().run(listener, e -> e.retire(Workshop.RELEASE));
    }

    @Override
    void goOn(CrashScene scene) {
      if (scene.oldestState().equals("live")) {
        scene.workshop().retire();
      }
    }
  },
  CONTRACT_AGAIN("contract", "contract", CrashWay::retire, "contracted") {
    @Override
    void die(CrashScene scene, Listener listener) {
      scene.workshop().run(listener, e -> e.contract(Workshop.RELEASE));
    }

    @Override
    void goOn(CrashScene scene) {
      if (scene.versions() > 1) {
        scene.workshop().contract();
      }
    }
  },
  CLOSE_AGAIN("retire", "retire", CrashWay::follow, "closed") {
    @Override
    void die(CrashScene scene, Listener listener) {
      scene.workshop().run(listener, e -> e.retire(Workshop.RELEASE));
    }

    @Override
    void goOn(CrashScene scene) {
      if (scene.state().equals("live")) {
        scene.workshop().retire();
      }
    }
  },
  OPEN_AGAIN("restore", "restore", CrashWay::close, "open") {
    @Override
    void die(CrashScene scene, Listener listener) {
      scene.workshop().run(listener, e -> e.restore(Workshop.RELEASE));
    }

    @Override
    void goOn(CrashScene scene) {
      if (scene.state().equals("retired")) {
        scene.workshop().restore();
      }
    }
  };

  private final String command;
  private final String then;
  private final Consumer<CrashScene> prepare;
  private final String end;

  CrashWay(String command, String then, Consumer<CrashScene> prepare, String end) {
    this.command = command;
    this.then = then;
    this.prepare = prepare;
    this.end = end;
  }

  /** The command that dies. */
  abstract void die(CrashScene scene, Listener listener);

  /** What follows. */
  abstract void goOn(CrashScene scene);

  String command() {
    return command;
  }

  String then() {
    return then;
  }

  /** What it must come to. */
  String end() {
    return end;
  }

  /** Brings the scene to where the command starts. */
  void prepare(CrashScene scene) {
    prepare.accept(scene);
  }

  private static void advance(CrashScene scene, Listener listener) {
    Workshop workshop = scene.workshop();
    workshop.run(listener, e -> e.advance(workshop.files(), Workshop.RELEASE));
  }

  private static void rollBack(CrashScene scene) {
    if (!scene.state().isEmpty()) {
      scene.workshop().rollback();
    }
  }

  private static void retire(CrashScene scene) {
    scene.workshop().advance();
    scene.workshop().retire();
  }

  /** The case's version is the oldest that is live, and has a door to close. */
  private static void follow(CrashScene scene) {
    retire(scene);
    scene.next();
  }

  private static void close(CrashScene scene) {
    follow(scene);
    scene.workshop().retire();
  }
}
