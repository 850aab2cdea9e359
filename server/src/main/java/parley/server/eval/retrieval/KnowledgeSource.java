package parley.server.eval.retrieval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parley.dialogue.files.BadFilesException;
import parley.dialogue.files.Problems;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.knowledge.KnowledgeFiles;
import parley.server.eval.BadTestSetException;
import parley.server.eval.TextLines;

/// Knowledge to be searched: a folder of YAML as Parley's own, or a file of JSON lines, each with
/// `id`, `question` and, if there is one, `answer`.
final class KnowledgeSource {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EXPECTED =
      "lines such as {\"id\":\"1\",\"question\":\"...\",\"answer\":\"...\"}";

  private KnowledgeSource() {}

  /// @throws BadTestSetException with one sentence
  static KnowledgeBase read(Path source) {
    return Files.isDirectory(source) ? folder(source) : lines(source);
  }

  private static KnowledgeBase folder(Path folder) {
    Problems problems = new Problems();
    KnowledgeBase base = KnowledgeFiles.read(folder, folder, problems);
    try {
      problems.throwIfAny();
    } catch (BadFilesException e) {
      throw new BadTestSetException(String.valueOf(e.getMessage()));
    }
    return base;
  }

  private static KnowledgeBase lines(Path file) {
    List<KnowledgeEntry> entries = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    int number = 0;
    for (String line : TextLines.of(file, EXPECTED)) {
      number++;
      if (!line.isBlank()) {
        KnowledgeEntry entry = entry(line, file + ", line " + number);
        if (!ids.add(entry.id())) {
          throw new BadTestSetException(
              file + ", line " + number + ": the id " + entry.id() + " was there before");
        }
        entries.add(entry);
      }
    }
    if (entries.isEmpty()) {
      throw new BadTestSetException(file + " holds no entry; expected " + EXPECTED);
    }
    return new KnowledgeBase(entries);
  }

  private static KnowledgeEntry entry(String line, String place) {
    try {
      JsonNode node = JSON.readTree(line);
      String id = node.path("id").asText();
      String question = node.path("question").asText();
      if (id.isBlank() || question.isBlank()) {
        throw new BadTestSetException(place + ": no id or no question; expected " + EXPECTED);
      }
      return new KnowledgeEntry(
          id, "", question, List.of(), List.of(), node.path("answer").asText());
    } catch (JsonProcessingException e) {
      throw new BadTestSetException(place + " is no JSON; expected " + EXPECTED);
    }
  }
}
