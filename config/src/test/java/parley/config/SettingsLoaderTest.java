package parley.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsLoaderTest {

  @TempDir Path home;

  @BeforeEach
  void makeFolder() throws IOException {
    Files.createDirectories(home.resolve("config"));
  }

  @Test
  void aMissingFileMeansDefaultsAndIsSaid() {
    SettingsLoader.Loaded loaded = SettingsLoader.load(home, Map.of(), List.of());

    assertEquals(1, loaded.notes().size());
    assertTrue(loaded.notes().getFirst().startsWith("config/parley.yaml is missing"));
    assertEquals(8088, loaded.settings().asterisk().httpPort());
    assertEquals(home.resolve(".parley"), loaded.settings().state());
    assertEquals(home.resolve(".parley/recordings"), loaded.settings().recording().folder());
  }

  @Test
  void anEmptyFileOrSectionIsNoProblem() throws IOException {
    write("");
    assertEquals(20, load().calls().atOnce());
    write("# only a comment\ncalls:\n  # at-once: 5\n");
    assertEquals(20, load().calls().atOnce());
  }

  @Test
  void fileThenEnvironmentThenCommandLine() throws IOException {
    write("calls:\n  at-once: 5\n  longest: 20m\n");
    Map<String, String> environment = Map.of("PARLEY_CALLS_AT_ONCE", "6", "HOME", "x");

    assertEquals(Duration.ofMinutes(20), load().calls().longest());
    assertEquals(6, SettingsLoader.load(home, environment, List.of()).settings().calls().atOnce());
    SettingsLoader.Given given = new SettingsLoader.Given("calls.at-once", "7", "--calls");
    assertEquals(
        7, SettingsLoader.load(home, environment, List.of(given)).settings().calls().atOnce());
  }

  @Test
  void listsAreSeparatedByCommasInTheEnvironment() {
    Map<String, String> environment = Map.of("PARLEY_AGI_ALLOWED", "10.0.0.1, 10.0.0.2");

    Settings settings = SettingsLoader.load(home, environment, List.of()).settings();

    assertEquals(Set.of("10.0.0.1", "10.0.0.2"), settings.agi().allowed());
  }

  @Test
  void secretsComeFromFilesAndFromTheEnvironment() throws IOException {
    Files.writeString(home.resolve("db.txt"), "first\n");
    Files.writeString(home.resolve("other.txt"), "second\n");
    write("database:\n  password-file: db.txt\n");
    assertEquals("first", revealed(Map.of()));
    assertEquals("second", revealed(Map.of("PARLEY_DATABASE_PASSWORD_FILE", "other.txt")));
    assertEquals(
        "third",
        revealed(
            Map.of(
                "PARLEY_DATABASE_PASSWORD_FILE",
                "other.txt",
                "PARLEY_DATABASE_PASSWORD",
                "third")));
  }

  @Test
  void thereIsNoLanguageModelUnlessItsAddressIsSet() throws IOException {
    assertNull(load().languageModel().url());

    write(
        "language-model:\n  url: http://127.0.0.1:8000/v1\n  model: small\n  temperature: 0.75\n");
    Settings.LanguageModel asked = load().languageModel();

    assertEquals(URI.create("http://127.0.0.1:8000/v1"), asked.url());
    assertEquals("small", asked.model());
    assertEquals(0.75, asked.temperature());
    assertNull(asked.key());
  }

  @Test
  void anAgentHasItsOwnKeys() throws IOException {
    write(
        """
        agents:
          - id: agent1
            name: Alex
            extension: 2001
            skills: [general, payments]
        """);

    Settings.AgentSettings agent = load().agents().getFirst();

    assertEquals("agent1", agent.id());
    assertEquals("2001", agent.extension());
    assertNull(agent.password());
    assertEquals(Set.of("general", "payments"), agent.skills());
    assertEquals(Set.of("en"), agent.languages());
  }

  @Test
  void aServiceWithoutAnAddressIsNotThere() throws IOException {
    write("services:\n  orders:\n    url: https://shop.example/api\n    timeout: 2s\n");

    Settings.Services services = load().services();

    assertEquals(Set.of("orders"), services.all().keySet());
    Settings.Service orders = services.all().get("orders");
    assertNotNull(orders);
    assertEquals(Duration.ofSeconds(2), orders.timeout());
    assertEquals(1, orders.retries());
    assertNull(orders.token());
  }

  @Test
  void allProblemsAreReportedAtOnce() throws IOException {
    write("asterisk:\n  htp-port: 1\n  ami-port: ninety\ncalls:\n  longest: 20\n");
    Map<String, String> environment = Map.of("PARLEY_SITE_LANGUAGE", "klingon");

    List<String> problems = problems(environment);

    assertEquals(
        List.of(
            "asterisk.htp-port (config/parley.yaml:2) is not a setting; the nearest one is asterisk.http-port.",
            "site.language (PARLEY_SITE_LANGUAGE) is \"klingon\"; allowed is a language code of ISO 639-1 such as en.",
            "asterisk.ami-port (config/parley.yaml:3) is \"ninety\"; allowed is a whole number from 1 to 65535.",
            "calls.longest (config/parley.yaml:5) is \"20\"; allowed is a time from 1m to 12h, written with its unit (ms, s, m or h)."),
        problems);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          site: 5                                  | site (config/parley.yaml:1) is a section and not a value
          just words                               | config/parley.yaml:1 has to begin with a section
          site: [a                                 | config/parley.yaml:1 is not YAML
          'site: {name: [a, b]}'                   | config/parley.yaml:1
          site: {name: "a\\tb"}                    | site.name (config/parley.yaml:1) is
          site: {nam: x}                           | the nearest one is site.name.
          site: {name: }                           | site.name (config/parley.yaml:1) is empty; allowed is 1 to 60
          site: {name: [a, b]}                     | site.name (config/parley.yaml:1) is a list; allowed is
          site: {name: {first: a}}                 | site.name.first (config/parley.yaml:1) is not a setting
          site: {name: a, name: b}                 | config/parley.yaml:1
          site: {zone: Mars/Olympus}               | allowed is a time zone such as Europe/Helsinki or UTC.
          asterisk: {http-port: 0}                 | is "0"; allowed is a whole number from 1 to 65535.
          asterisk: {http-port: 8088.5}            | is "8088.5"; allowed is a whole number
          asterisk: {sip-bind: 300.1.1.1}          | allowed is an IPv4 address
          asterisk: {ari-password: hunter2}        | asterisk.ari-password (config/parley.yaml:1) is a secret and may not stand in this file
          asterisk: {ari-password-file: /no/such}  | names the file /no/such, which cannot be read (NoSuchFileException)
          asterisk: {mode: external}               | asterisk.ari-password-file (the default) is not set, and an external Asterisk needs it
          asterisk: {ari-user: "a; b"}             | asterisk.ari-user (config/parley.yaml:1) is "a; b"
          asterisk: {rtp-high: 10050}              | leaves 51 audio ports from 10000 to 10050; 20 calls at once need 80
          asterisk: {ami-port: 8088}               | is 8088, and so is asterisk.http-port; allowed is a port of its own.
          asterisk: {sip-port: 10500}              | inside the audio ports from 10000 to 10999
          media: {sample-rate-hz: 44100}           | allowed is 8000 or 16000.
          agi: {enabled: yes}                      | agi.enabled (config/parley.yaml:1) is "yes"; allowed is true or false.
          agi: {allowed: [127.0.0.1, me]}          | allowed is a list of IPv4 addresses.
          turns: {end-of-speech: 450}              | written with its unit
          turns: {end-of-speech: 6s}               | allowed is a time from 100ms to 5s
          language-model: {url: "ftp://x/v1"}      | allowed is an address that begins with https:// or http://, without a ? or #.
          language-model: {url: "https://k@x/v1"}  | language-model.url (config/parley.yaml:1) is
          language-model: {url: "https://x/v1"}    | language-model.model (the default) is not set, and language-model.url needs it
          language-model: {temperature: 2.5}       | allowed is a number from 0 to 2 such as 0.7.
          language-model: {key: hunter2}           | language-model.key (config/parley.yaml:1) is a secret and may not stand in this file
          language-model: {url: "http://x", model: a, timeout: 500ms} | language-model.timeout (config/parley.yaml:1) is shorter than language-model.first-sentence-timeout
          database: {url: "postgres://x/y"}        | allowed is a PostgreSQL address such as jdbc:postgresql://HOST:5432/NAME.
          database: {url: "jdbc:postgresql://x/y"} | needs a password; set PARLEY_DATABASE_PASSWORD
          services: {orders: {url: "ftp://x"}}     | services.orders.url (config/parley.yaml:1) is "ftp://x"; allowed is an address that begins with https://
          services: {orders: {url: "http://a@b/"}} | services.orders.url (config/parley.yaml:1) is "http://a@b/"
          services: {order: {url: "http://x"}}     | services.order.url (config/parley.yaml:1) is not a setting; the nearest one is services.orders.url.
          services: {trips: {token: hunter2}}      | services.trips.token (config/parley.yaml:1) is a secret and may not stand in this file
          services: {users: {retries: 9}}          | services.users.retries (config/parley.yaml:1) is "9"; allowed is a whole number from 0 to 3.
          agents: {id: a}                          | agents.id (config/parley.yaml:1) is not a setting; the nearest one is agents[].id.
          agents: [agent1]                         | agents (config/parley.yaml:1) is a section and not a value
          agents: [{id: a}]                        | agents[0].name is missing; allowed is 1 to 60 letters
          agents: [{id: caller, name: A, extension: 2001}] | agents[0].id (config/parley.yaml:1) is "caller"
          agents: [{id: a, name: A, extension: 1000}]      | A has the extension 1000, which Parley itself uses
          """)
  void aBrokenFileIsNamedWithItsLine(String yaml, String expected) throws IOException {
    write(yaml.startsWith("'") ? yaml.substring(1, yaml.length() - 1) : yaml);

    List<String> problems = problems(Map.of());

    assertTrue(
        problems.stream().anyMatch(problem -> problem.contains(expected)), problems::toString);
    assertTrue(problems.stream().noneMatch(problem -> problem.contains("hunter2")));
  }

  @Test
  void agentsMustDiffer() throws IOException {
    write("agents: [{id: a, name: A, extension: 2001}, {id: a, name: B, extension: 2001}]");

    assertEquals(
        List.of(
            "agents: A and B have the same id a; each agent needs one of their own.",
            "agents: A and B have the same extension 2001; each agent needs one of their own."),
        problems(Map.of()));
  }

  @Test
  void anUnknownVariableNamesTheNearestOne() {
    assertEquals(
        List.of(
            "PARLEY_SITE_NAM (the environment) is not a setting; the nearest one is PARLEY_SITE_NAME."),
        problems(Map.of("PARLEY_SITE_NAM", "x", "PARLEY_JAVA_OPTS", "-Xmx2g")));
  }

  @Test
  void aSecretIsNeverShown() {
    String problem = problems(Map.of("PARLEY_DATABASE_PASSWORD", "two words")).getFirst();

    assertFalse(problem.contains("two words"));
    assertTrue(problem.contains("a secret of 9 characters (not shown)"), problem);
  }

  @Test
  void bytesThatAreNoTextAreAProblem() throws IOException {
    Files.write(home.resolve("config/parley.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

    assertTrue(problems(Map.of()).getFirst().contains("cannot be read"));
  }

  @Test
  void aSecondDocumentIsAProblem() throws IOException {
    write("site:\n  name: A\n---\nsite:\n  name: B\n");

    assertTrue(problems(Map.of()).getFirst().contains("second document"));
  }

  private String revealed(Map<String, String> environment) {
    Secret password =
        SettingsLoader.load(home, environment, List.of()).settings().database().password();
    assertNotNull(password);
    return password.reveal();
  }

  private Settings load() {
    return SettingsLoader.load(home, Map.of(), List.of()).settings();
  }

  private List<String> problems(Map<String, String> environment) {
    return assertThrows(
            SettingsException.class, () -> SettingsLoader.load(home, environment, List.of()))
        .problems();
  }

  private void write(String yaml) throws IOException {
    Files.writeString(home.resolve("config/parley.yaml"), yaml);
  }
}
