package parley.dialogue.understanding;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import parley.dialogue.call.Expectation;
import parley.dialogue.call.Spoken;
import parley.dialogue.turn.Phrasing;
import parley.dialogue.words.Words;

/// What turn-taking asks of the words heard so far: is that a mere "mhm", and can the caller have
/// finished? Pure; any thread.
public final class Listening implements Phrasing {

  /// A sentence that ends in one of these goes on.
  private static final Set<String> UNFINISHED =
      Set.of(
          ("and or but because if which when while with without for from to of in at by about into"
                  + " the a an my your his our their is are was were am be been i we they he she does"
                  + " have has had will would could should may might want need very so um uh er hm"
                  + " then than as please how what where why who whose number")
              .split(" "));

  private final WordLists lists;
  private final YesNo yesNo;
  private final Set<Words> wholePhrases;

  /// `variants`: full questions of the knowledge, complete as they stand.
  public Listening(WordLists lists, YesNo yesNo, List<String> variants) {
    this.lists = lists;
    this.yesNo = yesNo;
    this.wholePhrases =
        java.util.stream.Stream.concat(
                variants.stream().map(Words::of),
                lists.commands().values().stream().flatMap(List::stream))
            .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether the words only show that someone is listening ("mhm", "okay, right").
  public boolean backchannelOnly(String words) {
    Words said = Words.of(words);
    return !said.isEmpty() && said.without(lists.backchannel()).isEmpty();
  }

  @Override
  public boolean listeningOnly(Spoken words, Expectation expectation) {
    return expectation != Expectation.YES_NO && backchannelOnly(words.text());
  }

  @Override
  public Completeness completeness(Spoken words, Expectation expectation) {
    Words said = Words.of(words.text());
    if (said.isEmpty()) {
      return Completeness.OPEN;
    }
    boolean whole =
        wholePhrases.contains(said) || (expectation == Expectation.YES_NO && answered(said));
    if (whole) {
      return Completeness.COMPLETE;
    }
    return UNFINISHED.contains(said.list().getLast()) ? Completeness.UNFINISHED : Completeness.OPEN;
  }

  private boolean answered(Words said) {
    YesNo.Answer answer = yesNo.parse(said);
    return answer.kind() != YesNo.Kind.UNCLEAR && answer.rest().isEmpty();
  }
}
