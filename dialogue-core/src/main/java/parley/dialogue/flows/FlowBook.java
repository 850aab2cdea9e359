package parley.dialogue.flows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.dialogue.words.Words;

/// All flows of a site, and which of them can run with the services that are set. Immutable; pure;
/// any thread.
public final class FlowBook {

  public static final FlowBook EMPTY = new FlowBook(List.of(), Set.of());

  private static final int NEGATION_REACH = 4;
  private static final Set<String> NEGATIONS = Set.of("not", "never", "without");

  private final Map<String, Flow> flows = new LinkedHashMap<>();
  private final Set<String> services;

  /// @param services names of the services that are set
  public FlowBook(List<Flow> flows, Set<String> services) {
    flows.forEach(flow -> this.flows.put(flow.id(), flow));
    this.services = Set.copyOf(services);
  }

  public Collection<Flow> all() {
    return List.copyOf(flows.values());
  }

  public Set<String> ids() {
    return Set.copyOf(flows.keySet());
  }

  public Optional<Flow> find(String id) {
    return Optional.ofNullable(flows.get(id));
  }

  /// Whether every service that the flow asks is set.
  public boolean runnable(Flow flow) {
    return services.containsAll(flow.services());
  }

  /// The flow that is offered after an entry's answer, if it can run.
  public Optional<Flow> offeredAfter(String entry) {
    return flows.values().stream()
        .filter(flow -> flow.knowledge().contains(entry) && runnable(flow))
        .findFirst();
  }

  /// The flow whose phrase was said, the longest one first; a negated phrase asks for nothing.
  public Optional<Flow> startedBy(Words words, String language) {
    record Hit(Flow flow, int size) {}
    List<Hit> hits = new ArrayList<>();
    for (Flow flow : flows.values()) {
      for (Words phrase : flow.phrases().getOrDefault(language, List.of())) {
        int at = words.find(phrase);
        if (at >= 0 && !negated(words, at)) {
          hits.add(new Hit(flow, phrase.size()));
        }
      }
    }
    return hits.stream().max(Comparator.comparingInt(Hit::size)).map(Hit::flow);
  }

  /// What callers say to start flows.
  public List<String> phrases(String language) {
    return flows.values().stream()
        .flatMap(flow -> flow.phrases().getOrDefault(language, List.of()).stream())
        .map(Words::text)
        .toList();
  }

  /// Every sentence without a slot, for the voice to prepare, of the flows that can run.
  public List<String> fixed(String language) {
    List<String> texts = new ArrayList<>();
    for (Flow flow : flows.values()) {
      if (runnable(flow)) {
        texts.add(flow.offer().in(language));
        flow.steps().values().forEach(step -> texts.add(step.text().in(language)));
        flow.slots()
            .values()
            .forEach(slot -> {
              texts.add(slot.ask().in(language));
              texts.add(slot.again().in(language));
            });
      }
    }
    return texts.stream().filter(text -> !text.isEmpty() && !text.contains("{")).toList();
  }

  private static boolean negated(Words words, int at) {
    return words.list().subList(Math.max(0, at - NEGATION_REACH), at).stream()
        .anyMatch(NEGATIONS::contains);
  }
}
