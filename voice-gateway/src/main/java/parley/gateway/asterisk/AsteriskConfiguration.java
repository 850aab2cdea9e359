package parley.gateway.asterisk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.config.Secret;
import parley.config.Settings;
import parley.config.Settings.AgentSettings;

/// Fills in the templates of `config/asterisk/templates`. Placeholders are written `@NAME@`; what
/// they may hold was checked when the settings were read.
public final class AsteriskConfiguration {

  private static final Pattern PLACEHOLDER = Pattern.compile("@([A-Z][A-Z_]*)@");
  private static final String AGENT_PHONE = "agent.pjsip.template";
  private static final String AGENT_EXTENSION = "agent.extension.template";
  private static final String AGENT_MEMBER = "member => PJSIP/@AGENT_ID@";

  private final Path templates;

  /// @param home the checkout
  public AsteriskConfiguration(Path home) {
    this.templates = home.resolve("config/asterisk/templates");
  }

  /// The modules that the configuration loads.
  public List<String> modules() {
    Pattern load = Pattern.compile("^load *=>? *(\\S+\\.so)", Pattern.MULTILINE);
    return load.matcher(read("modules.conf")).results().map(found -> found.group(1)).toList();
  }

  /// Writes the files, readable for Parley's user only, because they hold passwords.
  ///
  /// @return whether anything differs from what was there: then a running Asterisk must be
  ///   restarted
  boolean write(
      Settings settings,
      AsteriskLogins logins,
      AsteriskInstallation asterisk,
      AsteriskFolders folders) {
    boolean changed = false;
    for (Map.Entry<String, String> file :
        rendered(settings, logins, asterisk, folders).entrySet()) {
      changed |= writeFile(folders.configuration().resolve(file.getKey()), file.getValue());
    }
    return changed;
  }

  /// File names and their content.
  Map<String, String> rendered(
      Settings settings,
      AsteriskLogins logins,
      AsteriskInstallation asterisk,
      AsteriskFolders folders) {
    Map<String, String> values = values(settings, logins, asterisk, folders);
    values.put("AGENTS", each(settings, logins, read(AGENT_PHONE)));
    values.put("AGENT_EXTENSIONS", each(settings, logins, read(AGENT_EXTENSION)));
    values.put("AGENT_MEMBERS", each(settings, logins, AGENT_MEMBER));
    Map<String, String> files = new TreeMap<>();
    for (String name : names()) {
      files.put(name, fill(name, read(name), values::get));
    }
    return files;
  }

  private static Map<String, String> values(
      Settings settings,
      AsteriskLogins logins,
      AsteriskInstallation installation,
      AsteriskFolders folders) {
    Settings.Asterisk asterisk = settings.asterisk();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("ETC", folders.configuration().toString());
    values.put("RUN", folders.run().toString());
    values.put("SOCKET_DIR", folders.socket().toString());
    values.put("MODULES", installation.modules().toString());
    values.put("PREFIX_DATA", installation.data().toString());
    values.put("EXTENSION", asterisk.extension());
    values.put("APPLICATION", asterisk.application());
    values.put("QUEUE", settings.transfer().queue());
    values.put("HTTP_BIND", "127.0.0.1");
    values.put("HTTP_PORT", Integer.toString(asterisk.httpPort()));
    values.put("ARI_USER", asterisk.ariUser());
    values.put("ARI_PASSWORD", logins.ari().reveal());
    values.put("AMI_PORT", Integer.toString(asterisk.amiPort()));
    values.put("AMI_USER", asterisk.amiUser());
    values.put("AMI_PASSWORD", logins.ami().reveal());
    values.put("SIP_BIND", asterisk.sipBind());
    values.put("SIP_PORT", Integer.toString(asterisk.sipPort()));
    values.put("MEDIA_LINES", mediaLines(asterisk.sipBind()));
    values.put("RTP_LOW", Integer.toString(asterisk.rtpLow()));
    values.put("RTP_HIGH", Integer.toString(asterisk.rtpHigh()));
    values.put("FASTAGI_PORT", Integer.toString(settings.agi().port()));
    values.put("AUDIOSOCKET_PORT", Integer.toString(settings.media().audioSocketPort()));
    values.put("CALLER_PASSWORD", logins.caller().reveal());
    return values;
  }

  /// Audio goes where SIP goes; on all addresses Asterisk chooses for each phone.
  private static String mediaLines(String bind) {
    return bind.equals("0.0.0.0")
        ? ""
        : "media_address = " + bind + "\nbind_rtp_to_media_address = yes";
  }

  private static String each(Settings settings, AsteriskLogins logins, String template) {
    return settings.agents().stream()
        .map(agent -> fill("an agent's template", template, agentValues(agent, logins)::get))
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, String> agentValues(AgentSettings agent, AsteriskLogins logins) {
    Secret password = logins.agents().get(agent.id());
    if (password == null) {
      throw new IllegalArgumentException("No password for the agent " + agent.id());
    }
    return Map.of(
        "AGENT_ID", agent.id(),
        "AGENT_NAME", agent.name(),
        "AGENT_EXTENSION", agent.extension(),
        "AGENT_PASSWORD", password.reveal());
  }

  private static String fill(
      String name,
      String template,
      Function<String, @org.jspecify.annotations.Nullable String> values) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(found -> {
          String value = values.apply(found.group(1));
          if (value == null) {
            throw new AsteriskException(
                "%s has the placeholder %s, which Parley does not know; correct its name."
                    .formatted(name, found.group()));
          }
          return Matcher.quoteReplacement(value);
        });
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(templates)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".conf"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw unreadable(unreadable);
    }
  }

  private String read(String name) {
    try {
      return Files.readString(templates.resolve(name));
    } catch (IOException unreadable) {
      throw unreadable(unreadable);
    }
  }

  private AsteriskException unreadable(IOException reason) {
    return new AsteriskException(
        "Asterisk's templates in %s cannot be read (%s); restore them from the repository."
            .formatted(templates, reason.getMessage()),
        reason);
  }

  private static boolean writeFile(Path file, String content) {
    try {
      if (Files.exists(file) && Files.readString(file).equals(content)) {
        return false;
      }
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, content);
      return true;
    } catch (IOException failed) {
      throw new AsteriskException(
          "%s cannot be written (%s); Parley's user has to own it."
              .formatted(file, failed.getMessage()),
          failed);
    }
  }
}
