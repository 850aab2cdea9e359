package parley.server.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import parley.server.doctor.Doctor;
import parley.server.doctor.Finding;
import parley.server.doctor.Finding.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./parley doctor`: checks everything that Parley stands on. Exit code 1 when something fails.
@Command(
    name = "doctor",
    description = "Check this machine and say what to do.",
    mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final CommandContext context;
  private final Doctor doctor;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  public DoctorCommand(CommandContext context, Doctor doctor) {
    this.context = context;
    this.doctor = doctor;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    List<Finding> findings = doctor.examine(context.settings());
    context.out().print(json ? document(findings) : text(findings));
    context.out().flush();
    return healthy(findings) ? 0 : CommandLineFactory.FAILED;
  }

  private static boolean healthy(List<Finding> findings) {
    return findings.stream().noneMatch(finding -> finding.level() == Level.FAIL);
  }

  private static String text(List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings) {
      text.append(
          "%-4s  %-13s %s%n".formatted(lower(finding.level()), finding.name(), finding.text()));
      if (!finding.remedy().isEmpty()) {
        text.append("%-20s-> %s%n".formatted("", finding.remedy()));
      }
    }
    return text.toString();
  }

  private static String document(List<Finding> findings) throws JsonProcessingException {
    ObjectNode document = JSON.createObjectNode();
    document.put("healthy", healthy(findings));
    ArrayNode checks = document.putArray("checks");
    for (Finding finding : findings) {
      checks
          .addObject()
          .put("name", finding.name())
          .put("level", lower(finding.level()))
          .put("text", finding.text())
          .put("remedy", finding.remedy());
    }
    return JSON.writeValueAsString(document) + "\n";
  }

  private static String lower(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
