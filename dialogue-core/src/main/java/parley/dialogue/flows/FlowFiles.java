package parley.dialogue.flows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.dialogue.files.Fields;
import parley.dialogue.files.Problems;
import parley.dialogue.files.YamlFile;
import parley.dialogue.knowledge.KnowledgeBase;

/// Reads the flows: every `*.yaml` of a folder, one flow each, checked as a whole. A folder that is
/// not there holds no flows. All problems of all files are collected.
public final class FlowFiles {

  private final Path home;
  private final FlowReader reader;
  private final Problems problems;

  private FlowFiles(Path home, FlowReader reader, Problems problems) {
    this.home = home;
    this.reader = reader;
    this.problems = problems;
  }

  /// @param languages in which every sentence must be there
  /// @param services names that a flow may call, set or not
  public static List<Flow> read(
      Path home,
      Path folder,
      Set<String> languages,
      KnowledgeBase knowledge,
      List<String> services,
      Problems problems) {
    FlowReader reader = new FlowReader(languages, knowledge, services);
    return new FlowFiles(home, reader, problems).read(folder);
  }

  private List<Flow> read(Path folder) {
    Map<String, FlowDraft> drafts = new LinkedHashMap<>();
    for (Path file : files(folder)) {
      Fields top = YamlFile.read(home, file, problems);
      if (!top.broken()) {
        FlowDraft draft = reader.draft(top);
        FlowDraft other = drafts.putIfAbsent(draft.id(), draft);
        if (other != null && !draft.id().isEmpty()) {
          top.problem(
              top.line("flow"),
              "The flow `" + draft.id() + "` is also in " + other.fields().file() + ".",
              "Flows have names of their own: rename one.");
        }
      }
    }
    drafts.values().forEach(draft -> new FlowCheck(draft, drafts).check());
    return problems.isEmpty() ? linked(drafts) : List.of();
  }

  private static List<Flow> linked(Map<String, FlowDraft> drafts) {
    List<Flow> flows = new ArrayList<>();
    drafts.values().forEach(draft -> flows.add(FlowLinking.link(draft, drafts)));
    return flows;
  }

  private List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var list = Files.list(folder)) {
      return list.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      problems.add(
          YamlFile.name(home, folder),
          0,
          "The folder cannot be read (" + e.getClass().getSimpleName() + ").",
          "Let Parley's user read it.");
      return List.of();
    }
  }
}
