package parley.dialogue.documents;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A piece of a document that is about one thing.
///
/// @param id file and heading, such as `returns.html#who-pays`; with `/2-3` behind it, it names the
///   second and third sentence, see [#citation]
/// @param headings from the document's title down to the passage's own; never empty
/// @param language code such as `en`; empty: for whoever asks
/// @param page where a customer can read the document
public record Passage(
    String id, List<String> headings, List<String> sentences, String language, Optional<URI> page) {

  private static final Pattern SENTENCES = Pattern.compile("/(\\d{1,6})-(\\d{1,6})$");

  public Passage {
    headings = List.copyOf(headings);
    sentences = List.copyOf(sentences);
    if (headings.isEmpty() || sentences.isEmpty()) {
      throw new IllegalArgumentException("A passage has a heading and a sentence");
    }
  }

  /// What the passage is about, as one says it: the document's title and the passage's heading.
  public String title() {
    return headings.size() == 1
        ? headings.getFirst()
        : headings.getFirst() + ", " + headings.getLast();
  }

  public String text() {
    return String.join(" ", sentences);
  }

  /// Its sentences, each under the heading that says what it is about.
  List<String> underHeading() {
    return sentences.stream().map(this::underHeading).toList();
  }

  String underHeading(String sentence) {
    return headings.getLast() + ": " + sentence;
  }

  /// Every sentence with the one that follows it: what is asked for is often said in two.
  List<String> pairs() {
    return sentences.size() == 1
        ? sentences
        : IntStream.range(1, sentences.size())
            .mapToObj(i -> sentences.get(i - 1) + " " + sentences.get(i))
            .toList();
  }

  /// All of it, under its title.
  String whole() {
    return title() + ". " + text();
  }

  /// The id of some of its sentences.
  ///
  /// @param first from 0
  /// @param last included
  String citation(int first, int last) {
    return id + "/" + (first + 1) + "-" + (last + 1);
  }

  /// The sentences that a citation names; none when it names no sentences, or some that are not
  /// there any more.
  Optional<Excerpt> sentencesOf(String citation) {
    Matcher named = SENTENCES.matcher(citation);
    if (!named.find()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(named.group(1)) - 1;
    int last = Integer.parseInt(named.group(2)) - 1;
    boolean there = first >= 0 && first <= last && last < sentences.size();
    return there ? Optional.of(new Excerpt(first, last)) : Optional.empty();
  }

  /// The id of the passage that a citation is of.
  public static String idOf(String citation) {
    return SENTENCES.matcher(citation).replaceFirst("");
  }
}
