package parley.dialogue.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.dialogue.words.Words;

/// Understands the answer to a yes/no question, where "no" and "no problem" are different things.
/// Pure; any thread.
public final class YesNo {

  /// What was answered. UNCLEAR: neither, or both.
  public enum Kind {
    YES,
    NO,
    UNCLEAR
  }

  /// @param rest what was said after the yes or no ("no, where is my order")
  /// @param only whether nothing else was said
  public record Answer(Kind kind, Words rest, boolean only) {}

  private static final int SHORT_ANSWER = 4;
  private static final int CLEAR_PHRASE = 3;
  private static final List<Words> AGREE =
      List.of(
          Words.of("that is right"),
          Words.of("no problem"),
          Words.of("no worries"),
          Words.of("why not"));
  private static final List<Words> UNSURE =
      List.of(
          Words.of("no idea"),
          Words.of("not sure"),
          Words.of("i do not know"),
          Words.of("maybe"),
          Words.of("yes and no"));
  private static final Words NOT = Words.of("not");

  private final WordLists lists;
  private final Commands commands;

  public YesNo(WordLists lists, Commands commands) {
    this.lists = lists;
    this.commands = commands;
  }

  private record Hit(Kind kind, int at, Words phrase) {}

  public Answer parse(Words said) {
    Words words = commands.meaningful(said);
    if (lists.backchannel().contains(words)) {
      return new Answer(Kind.YES, Words.NONE, true);
    }
    List<Hit> hits = hits(words);
    Optional<Hit> first = hits.stream().min(Comparator.comparingInt(Hit::at));
    if (first.isEmpty() || words.isEmpty()) {
      return new Answer(Kind.UNCLEAR, words, false);
    }
    boolean agree = hits.stream().map(Hit::kind).distinct().count() == 1;
    Hit hit = first.get();
    boolean clear =
        hit.at() == 0
            || (agree && (words.size() <= SHORT_ANSWER || hit.phrase().size() >= CLEAR_PHRASE));
    if (!clear) {
      return new Answer(Kind.UNCLEAR, words, false);
    }
    Words rest = rest(words, hits, hit);
    return new Answer(hit.kind(), rest, hit.at() == 0 && rest.isEmpty());
  }

  /// Only what follows an answer at the very start can be something else that the caller wants.
  private static Words rest(Words words, List<Hit> hits, Hit first) {
    if (first.at() != 0) {
      return Words.NONE;
    }
    int end = first.phrase().size();
    for (Hit hit : hits) {
      if (hit.at() <= end) {
        end = Math.max(end, hit.at() + hit.phrase().size());
      }
    }
    return words.from(end);
  }

  private List<Hit> hits(Words words) {
    List<Hit> hits = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Hit hit = longestAt(words, at);
      if (hit == null) {
        at++;
      } else {
        if (hit.kind() != Kind.UNCLEAR) {
          hits.add(negated(words, hit));
        }
        at += hit.phrase().size();
      }
    }
    return hits;
  }

  private @Nullable Hit longestAt(Words words, int at) {
    return Stream.of(
            starting(words, at, UNSURE, Kind.UNCLEAR),
            // "Never mind" is no "never".
            starting(words, at, lists.phrases(Command.CANCEL), Kind.UNCLEAR),
            starting(words, at, AGREE, Kind.YES),
            starting(words, at, lists.phrases(Command.NO), Kind.NO),
            starting(words, at, lists.phrases(Command.YES), Kind.YES))
        .flatMap(hits -> hits)
        .reduce((one, other) -> other.phrase().size() > one.phrase().size() ? other : one)
        .orElse(null);
  }

  private static Stream<Hit> starting(Words words, int at, List<Words> phrases, Kind kind) {
    return phrases.stream()
        .filter(phrase -> words.find(phrase, at) == at)
        .map(phrase -> new Hit(kind, at, phrase));
  }

  private Hit negated(Words words, Hit hit) {
    boolean negated = hit.at() > 0 && words.find(NOT, hit.at() - 1) == hit.at() - 1;
    return negated && hit.kind() == Kind.YES ? new Hit(Kind.NO, hit.at(), hit.phrase()) : hit;
  }
}
