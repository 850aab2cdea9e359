package parley.dialogue.llm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.dialogue.llm.chat.FailureReason;

/// How an answer ended. `said` and `sentences` are those that the listener was given.
public sealed interface Answer {

  /// A whole answer. `citations` are ids of the sources given, in the order of their naming.
  record Answered(List<Sentence> sentences, List<String> citations) implements Answer {
    public Answered {
      sentences = List.copyOf(sentences);
      citations = List.copyOf(citations);
    }
  }

  /// The model proposes to use a tool; nothing has been done. The text form hides the arguments.
  record ToolWanted(Tool tool, Map<String, String> arguments, List<Sentence> said)
      implements Answer {
    public ToolWanted {
      arguments = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
      said = List.copyOf(said);
    }

    @Override
    public String toString() {
      return "ToolWanted[" + tool.name() + "]";
    }
  }

  /// There is no answer, or only the part that was said: go on without the model.
  ///
  /// @param detail for the log: one sentence or word that quotes nobody
  record Failed(FailureReason reason, String detail, List<Sentence> said) implements Answer {
    public Failed {
      said = List.copyOf(said);
    }
  }
}
