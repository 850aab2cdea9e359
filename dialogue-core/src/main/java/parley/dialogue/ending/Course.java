package parley.dialogue.ending;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parley.dialogue.call.Spoken;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.LogEntry.Audited;
import parley.dialogue.log.LogEntry.Speaker;
import parley.dialogue.log.LogEntry.TurnTaken;
import parley.dialogue.understanding.Command;

/// How a conversation went, as far as its log tells. Pure.
///
/// @param matters what the customer wanted, in their order
/// @param failedServices the services that failed and were not tried again with success
/// @param wantedPerson whether a person was asked for, or a rule brought one in
record Course(
    CallDetail detail, List<Matter> matters, Set<String> failedServices, boolean wantedPerson) {

  Course {
    matters = List.copyOf(matters);
    failedServices = Set.copyOf(failedServices);
  }

  static Course of(CallDetail detail) {
    List<Matter> matters = new ArrayList<>();
    for (TurnTaken turn : detail.turns()) {
      Matter.in(turn).ifPresent(matters::add);
      if (turn.speaker() == Speaker.PARLEY && !turn.citations().isEmpty() && !matters.isEmpty()) {
        matters.set(matters.size() - 1, matters.getLast().asAnswered());
      }
    }
    Set<String> failed = failed(detail.audit());
    matters.replaceAll(matter -> served(matter, detail) ? matter.asAnswered() : matter);
    boolean person =
        detail.turns().stream()
            .anyMatch(
                turn -> turn.understoodAs().equals(Command.PERSON.key()) || !turn.rule().isEmpty());
    return new Course(detail, matters, failed, person);
  }

  private static Set<String> failed(List<Audited> audit) {
    return audit.stream()
        .filter(Course::asked)
        .collect(
            Collectors.toMap(
                audited -> audited.details().getOrDefault("service", ""),
                audited -> audited.details().getOrDefault("result", ""),
                (before, after) -> after))
        .entrySet()
        .stream()
        .filter(last -> last.getValue().equals("failed"))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static boolean asked(Audited audited) {
    return audited.what().equals("service-asked");
  }

  /// A flow did what it is for when the last service that it asked answered; one that asks none did
  /// when the customer stayed to the end.
  private static boolean served(Matter matter, CallDetail detail) {
    if (matter.flow().isEmpty()) {
      return false;
    }
    List<Audited> after =
        detail.audit().stream()
            .filter(Course::asked)
            .filter(audited -> !audited.at().isBefore(matter.turn().at()))
            .toList();
    return after.isEmpty()
        ? detail.call().outcome() == Outcome.COMPLETED
        : !after.getLast().details().getOrDefault("result", "").equals("failed");
  }

  /// What was wanted last and not answered. Of several tries to say it, the one that was understood
  /// best, else the longest.
  Optional<Matter> open() {
    Optional<Matter> best = Optional.empty();
    for (Matter matter : matters.reversed()) {
      if (matter.answered()) {
        break;
      }
      if (best.isEmpty() || better(matter, best.get())) {
        best = Optional.of(matter);
      }
    }
    return best;
  }

  private static boolean better(Matter one, Matter other) {
    if (one.understood() != other.understood()) {
      return one.understood();
    }
    return one.turn().words().wordCount() > other.turn().words().wordCount();
  }

  Spoken topic() {
    return open()
        .or(() -> matters.isEmpty() ? Optional.empty() : Optional.of(matters.getLast()))
        .map(Matter::topic)
        .orElse(Spoken.NOTHING);
  }

  Disposition disposition() {
    return switch (outcome()) {
      case TRANSFERRED -> Disposition.HANDED_OVER;
      case CALLBACK_PROMISED -> Disposition.CALLBACK_PROMISED;
      case UNANSWERED -> Disposition.NOBODY_REACHED;
      case REFUSED_BUSY, FAILED -> Disposition.FAILED;
      case CALLER_HUNG_UP ->
          wantedPerson || matters.isEmpty() || open().isPresent()
              ? Disposition.ABANDONED
              : Disposition.ANSWERED;
      case SILENT -> ended(Disposition.ABANDONED);
      case OTHER_PERSON, MESSAGE_LEFT -> Disposition.NOBODY_REACHED;
      case COMPLETED -> ended(Disposition.NOT_ANSWERED);
    };
  }

  /// A person was wanted who did not come: nobody can say that the matter is settled.
  private Disposition ended(Disposition otherwise) {
    if (matters.isEmpty()) {
      return wantedPerson ? otherwise : Disposition.NOTHING_ASKED;
    }
    return open().isPresent() ? otherwise : Disposition.ANSWERED;
  }

  Outcome outcome() {
    Outcome known = detail.call().outcome();
    return known == null ? Outcome.FAILED : known;
  }
}
