package parley.server.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import parley.callback.CallbackParts;
import parley.callback.calendar.CalendarBook;
import parley.config.Settings;
import parley.dialogue.DialogueModels;
import parley.dialogue.DialogueParts;
import parley.dialogue.callback.CallbackPorts;
import parley.dialogue.documents.LiveDocuments;
import parley.dialogue.escalation.Rule;
import parley.dialogue.files.BadFilesException;
import parley.dialogue.flows.FlowBook;
import parley.server.calendars.SiteCalendars;

/// The files that people edit below `config/`, and whether rules and agents fit each other.
final class FileChecks {

  private FileChecks() {}

  static List<Finding> files(Settings settings) {
    List<Finding> findings = new ArrayList<>();
    try {
      DialogueParts dialogue =
          DialogueParts.load(
              settings.home(),
              settings,
              DialogueModels.NONE,
              SiteCalendars.served(settings),
              CallbackPorts.NONE);
      findings.add(
          Finding.ok(
              "knowledge",
              "%d entries, %d rules, %d flows"
                  .formatted(
                      dialogue.knowledge().entries().size(),
                      dialogue.rules().all().size(),
                      dialogue.flows().all().size())));
      findings.addAll(documents(dialogue.documents()));
      findings.addAll(MailChecks.files(settings, dialogue.knowledge().entries()));
      findings.addAll(flows(dialogue.flows()));
      findings.addAll(rules(settings, dialogue.rules().all()));
      findings.addAll(appointments(SiteCalendars.book(settings)));
    } catch (BadFilesException wrong) {
      findings.addAll(broken("knowledge", wrong));
    }
    findings.addAll(callbacks(settings));
    return findings;
  }

  private static List<Finding> callbacks(Settings settings) {
    try {
      CallbackParts callbacks = CallbackParts.load(settings);
      return List.of(
          Finding.ok(
              "hours",
              "%d queues, %d numbers that are never called"
                  .formatted(callbacks.hours().get().size(), callbacks.neverCalled())));
    } catch (BadFilesException wrong) {
      return broken("hours", wrong);
    }
  }

  private static List<Finding> broken(String what, BadFilesException wrong) {
    return wrong.problems().stream()
        .map(problem ->
            Finding.fail(
                what,
                problem.file()
                    + (problem.line() > 0 ? ":" + problem.line() : "")
                    + ": "
                    + problem.what(),
                problem.remedy()))
        .toList();
  }

  /// A document that cannot be read is left out; calls are taken without it.
  private static List<Finding> documents(LiveDocuments documents) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.ok(
            "documents",
            "%d files, %d passages".formatted(documents.files(), documents.passages().size())));
    documents
        .problems()
        .forEach(problem ->
            findings.add(
                Finding.warn(
                    "documents", problem.file() + ": " + problem.what(), problem.remedy())));
    return findings;
  }

  /// Flows wait for services that most sites do not have yet: told, not warned of.
  private static List<Finding> flows(FlowBook flows) {
    Set<String> names = new TreeSet<>();
    flows.all().stream()
        .filter(flow -> !flows.runnable(flow))
        .forEach(flow -> names.add(flow.id()));
    return names.isEmpty()
        ? List.of()
        : List.of(
            Finding.ok(
                "flows",
                String.join(", ", names)
                    + " offer a person instead, until their services are set in config/parley.yaml"));
  }

  private static List<Finding> appointments(CalendarBook book) {
    return List.of(
        Finding.ok(
            "appointments",
            "%d calendars, %d kinds".formatted(book.calendars().size(), book.kinds().size())));
  }

  private static List<Finding> rules(Settings settings, List<Rule> rules) {
    Set<String> had = new TreeSet<>(Set.of("", "general"));
    settings.agents().forEach(agent -> had.addAll(agent.skills()));
    return rules.stream()
        .filter(rule -> !had.contains(rule.skill()))
        .map(rule ->
            Finding.warn(
                "rules",
                "the rule %s wants the skill %s, which nobody has"
                    .formatted(rule.id(), rule.skill()),
                "give it to an agent in config/parley.yaml; until then those with general are rung"))
        .toList();
  }
}
