package dev.phase.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DemoCommandTest {

  @Test
  void fourApplicationsWorkThroughThreeReleasesWithoutAFailure() {
    var out = new ByteArrayOutputStream();
    var command =
        new DemoCommand(
            Set::of,
            () -> new Screen(new PrintStream(out, true, StandardCharsets.UTF_8), false, false));

    int exit = new CommandLine(command).execute("--customers", "2000");

    String told = out.toString(StandardCharsets.UTF_8);
    assertEquals(0, exit, told);
    assertTrue(told.contains("Open the door of version 0003_paid"), told);
    assertTrue(told.contains("Version 0001_full_name was retired"), told);
    assertTrue(told.contains("mismatches  0"), told);
    Pattern served = Pattern.compile("shop [1-4] +[\\d,]+ +0 +0 ");
    assertEquals(4, served.matcher(told).results().count(), told);
  }

  @Test
  void aShopThatIsTooSmallIsRefused() {
    var err = new StringWriter();
    CommandLine command =
        new CommandLine(new DemoCommand(Set::of)).setErr(new PrintWriter(err, true));

    assertEquals(CommandLine.ExitCode.USAGE, command.execute("--customers", "10"));
    assertTrue(
        err.toString().contains("Choose at least 1000 with --customers."), err.toString());
  }

  @Test
  void aDatabaseOfYourOwnIsRefused() {
    var err = new StringWriter();
    CommandLine command =
        new CommandLine(new DemoCommand(() -> Set.of("url"))).setErr(new PrintWriter(err, true));

    assertEquals(CommandLine.ExitCode.USAGE, command.execute());
    assertTrue(err.toString().contains("it cannot use --url. Leave that out."), err.toString());
  }
}
