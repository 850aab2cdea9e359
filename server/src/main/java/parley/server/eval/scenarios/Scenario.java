package parley.server.eval.scenarios;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.services.ServiceResult;

/// A conversation and what is expected of it.
///
/// @param file as messages name it
/// @param start how it begins
/// @param services whether the site's services are set
record Scenario(
    String file, String name, ConversationEvent.Started start, boolean services, List<Turn> turns) {

  Scenario {
    turns = List.copyOf(turns);
  }

  /// The same on another day.
  Scenario at(ZonedDateTime day) {
    return new Scenario(
        file,
        name,
        new ConversationEvent.Started(
            start.caller(),
            start.language(),
            start.queue(),
            start.entryFlow(),
            day,
            start.channel(),
            start.spoken()),
        services,
        turns);
  }

  /// What the caller does, and what is to come of it.
  ///
  /// @param line in the file
  /// @param services what the services answer that are asked in this turn, in their order
  record Turn(int line, String shown, Deed deed, List<ServiceResult> services, Expected expected) {
    Turn {
      services = List.copyOf(services);
    }
  }

  /// On which it is played.
  LocalDate day() {
    return start.at().toLocalDate();
  }

  /// Where a turn is, as messages name it.
  String place(Turn turn) {
    return file + ":" + turn.line() + " (" + turn.shown() + ")";
  }

  /// What must hold of a turn. A text that is not there is not asked for.
  ///
  /// @param texts by the names of single expectations, such as `understood` or `rule`
  /// @param lists by the names of those that are several, such as `contains` or `not`
  /// @param sent values that a service was asked with
  record Expected(
      Map<String, String> texts, Map<String, List<String>> lists, Map<String, String> sent) {
    Expected {
      texts = Map.copyOf(texts);
      lists = Map.copyOf(lists);
      sent = Map.copyOf(sent);
    }

    List<String> list(String key) {
      return lists.getOrDefault(key, List.of());
    }
  }
}
