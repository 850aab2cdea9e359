package parley.server.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.config.Settings;
import parley.config.SettingsLoader;

/// `./parley doctor` names what is wrong with a language model.
class LanguageModelChecksTest {

  @TempDir Path home;

  private HttpServer server;
  private volatile int status = 200;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/models",
        exchange -> {
          byte[] body = "{\"data\":[{\"id\":\"small\"}]}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void noModelIsFine() {
    Settings none = SettingsLoader.load(home, Map.of(), List.of()).settings();

    assertEquals(Finding.Level.OK, LanguageModelChecks.model(none).getFirst().level());
  }

  @Test
  void aModelThatAnswersIsFine() {
    assertEquals(Finding.Level.OK, finding("small").level());
  }

  @Test
  void anUnknownModelIsNamedWithThoseThereAre() {
    Finding finding = finding("smal");

    assertTrue(finding.text().endsWith("has no model smal"), finding.text());
    assertTrue(finding.remedy().endsWith("such as small"), finding.remedy());
  }

  @Test
  void aRefusedKeyIsNamedWithTheSettingThatHoldsIt() {
    status = 401;
    Finding finding = finding("small");

    assertEquals(Finding.Level.WARN, finding.level());
    assertTrue(finding.text().contains("refuses the key (status 401)"), finding.text());
    assertTrue(finding.remedy().contains("language-model.key-file"), finding.remedy());
  }

  @Test
  void nobodyThereIsNamedWithTheAddress() {
    Settings settings = settings("small");
    server.stop(0);
    Finding finding = LanguageModelChecks.model(settings).getFirst();

    assertTrue(finding.text().contains("nobody answers at http://"), finding.text());
  }

  @Test
  void wordsThatWouldTravelInTheClearAreWarnedOf() {
    Map<String, String> environment =
        Map.of(
            "PARLEY_LANGUAGE_MODEL_URL", "http://model.invalid/v1",
            "PARLEY_LANGUAGE_MODEL_MODEL", "small");
    List<Finding> findings =
        LanguageModelChecks.model(SettingsLoader.load(home, environment, List.of()).settings());

    assertTrue(findings.getLast().text().contains("unencrypted"), findings::toString);
  }

  private Finding finding(String model) {
    List<Finding> findings = LanguageModelChecks.model(settings(model));
    assertEquals(1, findings.size());
    return findings.getFirst();
  }

  private Settings settings(String model) {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    return SettingsLoader.load(
            home,
            Map.of("PARLEY_LANGUAGE_MODEL_URL", url, "PARLEY_LANGUAGE_MODEL_MODEL", model),
            List.of())
        .settings();
  }
}
