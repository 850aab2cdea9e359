package parley.dialogue.understanding;

import java.util.List;
import java.util.Optional;
import parley.dialogue.intents.Intents;
import parley.dialogue.knowledge.Candidate;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeSearch;
import parley.dialogue.understanding.Commands.Spotted;
import parley.dialogue.words.Words;

/// All that turns words into meaning, for one language. A pure function of the words and the
/// knowledge: until that changes, the same words mean the same. Any thread.
public final class Understanding {

  /// From here on a question is a wording of an entry, and beats any command spotted in it ("cancel
  /// my order" is no "cancel").
  public static final double WORDING = 0.9;

  private static final double MOST_OF_IT = 0.6;
  private static final double CLEAR_QUESTION = 0.6;
  private static final int CANDIDATES = 3;

  private final WordLists lists;
  private final Commands commands;
  private final YesNo yesNo;
  private final Mood mood;
  private final Listening listening;
  private final Intents intents;
  private final KnowledgeSearch search;

  public Understanding(
      WordLists lists, KnowledgeBase knowledge, KnowledgeSearch search, Intents intents) {
    this.lists = lists;
    this.commands = new Commands(lists);
    this.yesNo = new YesNo(lists, commands);
    this.mood = new Mood(lists);
    this.listening = new Listening(lists, yesNo, knowledge.questions());
    this.search = search;
    this.intents = intents;
  }

  public YesNo yesNo() {
    return yesNo;
  }

  public Mood mood() {
    return mood;
  }

  public Listening listening() {
    return listening;
  }

  /// Whether the words say that the caller does not have what was asked for.
  public boolean lacking(Words words) {
    return lists.lacking().stream().anyMatch(words::contains);
  }

  /// What the words want, of the site's intents.
  public Optional<Intents.Found> intent(Words words) {
    return words.isEmpty() ? Optional.empty() : intents.of(words.text());
  }

  /// What the words mean by themselves.
  public Meaning meaning(Words words) {
    if (words.isEmpty()) {
      return new Meaning.Unknown();
    }
    if (listening.backchannelOnly(words.text())) {
      return new Meaning.Backchannel();
    }
    List<Candidate> candidates = candidates(words);
    double best = best(candidates);
    Optional<Spotted> spotted = commands.spot(words).filter(found -> wins(found, best));
    if (spotted.isPresent()) {
      Spotted found = spotted.get();
      return new Meaning.Steered(
          found.command(), found.coverage(), words.without(List.of(found.phrase())));
    }
    return candidates.isEmpty() ? new Meaning.Unknown() : new Meaning.Asked(candidates);
  }

  /// Filler hides what is meant ("can you tell me ..."), but may be meant itself ("I do not like
  /// it").
  private List<Candidate> candidates(Words words) {
    List<Candidate> plain = search.search(words.text(), CANDIDATES);
    Words meaningful = words.without(lists.filler());
    if (meaningful.isEmpty() || meaningful.equals(words)) {
      return plain;
    }
    List<Candidate> shorter = search.search(meaningful.text(), CANDIDATES);
    return best(shorter) > best(plain) ? shorter : plain;
  }

  private static double best(List<Candidate> candidates) {
    return candidates.isEmpty() ? 0 : candidates.getFirst().confidence().value();
  }

  private static boolean wins(Spotted spotted, double question) {
    boolean most = spotted.coverage() >= MOST_OF_IT;
    return switch (spotted.command()) {
      case THANKS, YES, NO -> most && question < WORDING;
      // Reaching a person is never the wrong answer to a caller who names one.
      case PERSON -> question < WORDING || spotted.coverage() == 1;
      case GOODBYE -> spotted.coverage() == 1 || question < CLEAR_QUESTION;
      case CALLBACK, REPEAT, WAIT, SLOWER, FASTER, HELP, CANCEL ->
          spotted.coverage() == 1
              || (most && question < WORDING)
              || (spotted.phrase().size() > 1 && question < CLEAR_QUESTION);
    };
  }
}
