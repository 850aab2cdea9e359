package parley.gateway.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.config.Settings;

class AsteriskConfigurationTest {

  private static final AsteriskInstallation ASTERISK =
      new AsteriskInstallation(
          Path.of("/a/bin/asterisk"), Path.of("/a/modules"), Path.of("/a/data"), "22.1.0");

  @TempDir Path state;
  private Settings settings = AsteriskSettings.in(Path.of("unused"));
  private AsteriskLogins logins =
      new AsteriskLogins(
          new parley.config.Secret("a"),
          new parley.config.Secret("b"),
          new parley.config.Secret("c"),
          Map.of());

  @BeforeEach
  void readSettings() {
    settings = AsteriskSettings.in(state);
    logins = AsteriskLogins.of(settings);
  }

  @Test
  void everyPlaceholderOfTheShippedTemplatesIsFilledIn() {
    Map<String, String> files = render(AsteriskSettings.HOME);

    assertTrue(files.size() > 10, () -> files.keySet().toString());
    files.forEach((name, text) -> assertFalse(text.matches("(?s).*@[A-Z_]+@.*"), name));
  }

  @Test
  void everyAgentHasAPhoneAnExtensionAndAPlaceInTheFallbackQueue() {
    Map<String, String> files = render(AsteriskSettings.HOME);

    for (Settings.AgentSettings agent : settings.agents()) {
      String password = Objects.requireNonNull(logins.agents().get(agent.id())).reveal();
      assertTrue(text(files, "pjsip.conf").contains("[" + agent.id() + "](parley-agent)"));
      assertTrue(text(files, "pjsip.conf").contains("password = " + password));
      assertTrue(
          text(files, "extensions.conf")
              .contains("exten => " + agent.extension() + ",1,Dial(PJSIP/"));
      assertTrue(text(files, "queues.conf").contains("member => PJSIP/" + agent.id()));
    }
  }

  @Test
  void anUnknownPlaceholderIsNamedWithItsFile() throws IOException {
    Path templates = Files.createDirectories(state.resolve("home/config/asterisk/templates"));
    Files.writeString(templates.resolve("rtp.conf"), "rtpstart=@RPT_LOW@\n");
    Files.writeString(templates.resolve("agent.pjsip.template"), "");
    Files.writeString(templates.resolve("agent.extension.template"), "");

    AsteriskException failure =
        assertThrows(AsteriskException.class, () -> render(state.resolve("home")));

    assertEquals(
        "rtp.conf has the placeholder @RPT_LOW@, which Parley does not know; correct its name.",
        failure.getMessage());
  }

  @Test
  void filesAreForParleysUserOnlyAndWrittenOnlyWhenTheyChange() throws IOException {
    AsteriskFolders folders = AsteriskFolders.make(state);
    AsteriskConfiguration configuration = new AsteriskConfiguration(AsteriskSettings.HOME);

    assertTrue(configuration.write(settings, logins, ASTERISK, folders));
    assertFalse(configuration.write(settings, logins, ASTERISK, folders));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(folders.configuration().resolve("pjsip.conf"))));
  }

  @Test
  void theModulesAreTheOnesThatAreLoaded() {
    List<String> modules = new AsteriskConfiguration(AsteriskSettings.HOME).modules();

    assertTrue(modules.contains("chan_websocket.so"));
    assertTrue(modules.contains("chan_pjsip.so"));
  }

  @Test
  void aLongPathGetsAShortFolderForTheSocket() {
    Path deep = state.resolve("d".repeat(100));

    AsteriskFolders folders = AsteriskFolders.make(deep);

    assertTrue(folders.socket().resolve("asterisk.ctl").toString().length() <= 100);
    assertEquals(folders, AsteriskFolders.make(deep));
    assertTrue(folders.socket().toFile().delete());
  }

  private Map<String, String> render(Path home) {
    return new AsteriskConfiguration(home)
        .rendered(settings, logins, ASTERISK, AsteriskFolders.make(state));
  }

  private static String text(Map<String, String> files, String name) {
    return Objects.requireNonNull(files.get(name), name);
  }
}
