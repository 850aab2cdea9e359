package parley.dialogue.drafting;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.dialogue.drafting.Draft.Kind;

/// What was drafted for one entry.
///
/// @param dropped how many were left out, by reason
/// @param notes what who looks them through should know; they quote nobody
public record Drafts(
    String entry, List<Draft> kept, Map<String, Integer> dropped, List<String> notes) {
  public Drafts {
    kept = List.copyOf(kept);
    dropped = Collections.unmodifiableMap(new TreeMap<>(dropped));
    notes = List.copyOf(notes);
  }

  public List<Draft> of(Kind kind) {
    return kept.stream().filter(draft -> draft.kind() == kind).toList();
  }
}
