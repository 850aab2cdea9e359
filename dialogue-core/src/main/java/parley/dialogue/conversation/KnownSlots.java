package parley.dialogue.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.dialogue.call.Spoken;
import parley.dialogue.entities.CallerContext;
import parley.dialogue.entities.EntityValue.Reference;
import parley.dialogue.flows.Flow;
import parley.dialogue.flows.Slot;
import parley.dialogue.flows.SlotKind;

/// What a caller has told already in the words that start a flow: "look up my order four seven one
/// one oh", "are you open on friday". Only days and numbers that were named: a time may be the one
/// that does not suit. Pure.
final class KnownSlots {

  private final Tools tools;

  KnownSlots(Tools tools) {
    this.tools = tools;
  }

  Map<String, Spoken> in(Flow flow, Spoken said, CallerContext context) {
    Map<String, Spoken> known = new HashMap<>();
    for (Slot slot : flow.slots().values()) {
      value(slot, said, context).ifPresent(value -> known.put(slot.name(), value));
    }
    return known;
  }

  private Optional<Spoken> value(Slot slot, Spoken said, CallerContext context) {
    return switch (slot.kind()) {
      case SlotKind.Digits _ -> number(slot.name(), said, context);
      case SlotKind.Day _ -> tools.listening().value(slot.kind(), said, context);
      case SlotKind.DayAndTime _,
          SlotKind.YesNo _,
          SlotKind.Choice _,
          SlotKind.Amount _,
          SlotKind.Mail _,
          SlotKind.FreeWords _ ->
          Optional.empty();
    };
  }

  /// The one number that is named as the slot is: "order" for orders.
  private Optional<Spoken> number(String slot, Spoken said, CallerContext context) {
    String kind = tools.entities().kind(slot).orElse("");
    List<Spoken> numbers =
        tools.entities().values(said.text(), context).stream()
            .filter(Reference.class::isInstance)
            .map(Reference.class::cast)
            .filter(reference -> reference.kind().equals(kind))
            .map(reference -> new Spoken(reference.id()))
            .toList();
    return numbers.size() == 1 ? Optional.of(numbers.getFirst()) : Optional.empty();
  }
}
