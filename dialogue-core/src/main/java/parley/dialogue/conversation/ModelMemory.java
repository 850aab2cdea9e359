package parley.dialogue.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.dialogue.llm.Turn;

/// What a conversation remembers for a language model: what was said so far, and which answer it
/// waits for. Immutable; its text form hides words.
///
/// @param asked how many answers were asked for
/// @param turns the newest last, at most [#MOST]
record ModelMemory(int asked, Optional<Pending> pending, List<Turn> turns) {

  static final ModelMemory NONE = new ModelMemory(0, Optional.empty(), List.of());

  private static final int MOST = 60;

  /// An answer in the making.
  ///
  /// @param reading what Parley takes the turn as, should the model fail
  /// @param said whether a sentence of it was said
  record Pending(int id, Reading reading, boolean said) {}

  ModelMemory {
    turns = List.copyOf(turns.subList(Math.max(0, turns.size() - MOST), turns.size()));
  }

  boolean awaits(int id) {
    return pending.filter(answer -> answer.id() == id).isPresent();
  }

  ModelMemory asking(Reading reading) {
    return new ModelMemory(asked + 1, Optional.of(new Pending(asked + 1, reading, false)), turns);
  }

  ModelMemory saying() {
    return new ModelMemory(
        asked, pending.map(answer -> new Pending(answer.id(), answer.reading(), true)), turns);
  }

  ModelMemory settled() {
    return new ModelMemory(asked, Optional.empty(), turns);
  }

  ModelMemory with(Turn turn) {
    List<Turn> all = new ArrayList<>(turns);
    all.add(turn);
    return new ModelMemory(asked, pending, all);
  }

  /// Of what Parley said last, the caller heard only this.
  ModelMemory cutTo(Turn heard) {
    if (turns.isEmpty() || turns.getLast().who() != Turn.Who.PARLEY) {
      return this;
    }
    List<Turn> all = new ArrayList<>(turns);
    all.set(all.size() - 1, heard);
    return new ModelMemory(asked, pending, all);
  }
}
