package parley.dialogue.flows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.dialogue.services.ServiceRequest;

/// One step of a flow. Its text is said when the flow comes to it. Targets are names of steps; an
/// empty `next` is a flow that falls off its end, which the reader does not let through.
public sealed interface FlowStep {

  String name();

  FlowText text();

  /// Says its text and goes on.
  record Say(String name, FlowText text, String next) implements FlowStep {}

  /// Asks for a slot, unless it is known when the flow first comes here.
  record Ask(String name, FlowText text, String slot, String next) implements FlowStep {}

  /// Asks a service.
  ///
  /// @param sends the request's parameters and the slots that they come from
  /// @param takes slots and the fields of the answer that fill them
  /// @param exits where to go on `found`, `not-found`, `refused`, `refused WORD` and `failed`;
  ///   where one is missing the caller hears that it did not work and is offered a person
  record Call(
      String name,
      FlowText text,
      String service,
      ServiceRequest.Method method,
      String path,
      Map<String, String> sends,
      Map<String, String> takes,
      Map<String, String> exits)
      implements FlowStep {
    public Call {
      sends = Map.copyOf(sends);
      takes = Map.copyOf(takes);
      exits = Map.copyOf(exits);
    }
  }

  /// Goes on by a slot's value. `known` stands for any value.
  record Branch(
      String name, FlowText text, String slot, Map<String, String> cases, String otherwise)
      implements FlowStep {
    public Branch {
      cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
    }
  }

  /// Goes back, so often in a call and not oftener, wherever in the call its flow runs.
  ///
  /// @param counter under which the call counts
  record Again(String name, FlowText text, String counter, String to, int most, String otherwise)
      implements FlowStep {}

  /// Runs another flow and goes on when it is done, or else otherwise. Its steps take this one's
  /// place when the files are read.
  record Run(String name, FlowText text, String flow, String next, String otherwise)
      implements FlowStep {}

  /// Brings in a person.
  record HandOver(String name, FlowText text, String skill) implements FlowStep {}

  /// The flow is over.
  record End(String name, FlowText text, Ending ending) implements FlowStep {}

  /// How a flow ends.
  enum Ending {
    DONE,
    NOT_DONE,
    /// Not done, and a person is offered.
    OFFER_PERSON
  }

  /// Every step that may follow.
  default List<String> targets() {
    return switch (this) {
      case Say say -> List.of(say.next());
      case Ask ask -> List.of(ask.next());
      case Call call -> List.copyOf(call.exits().values());
      case Branch branch -> and(branch.cases().values(), branch.otherwise());
      case Again again -> List.of(again.to(), again.otherwise());
      case Run run -> List.of(run.next(), run.otherwise());
      case HandOver _, End _ -> List.of();
    };
  }

  private static List<String> and(Collection<String> some, String last) {
    List<String> all = new ArrayList<>(some);
    all.add(last);
    return all;
  }
}
