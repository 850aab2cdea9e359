package parley.dialogue.drafting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import parley.dialogue.files.Fields;
import parley.dialogue.files.Problems;
import parley.dialogue.files.YamlFile;
import parley.dialogue.words.Words;

/// The ways in which a language says the same: forms of questions, and words that stand for each
/// other. Read from `config/drafting/<language>.yaml`. Immutable; pure.
public final class Forms {

  /// A language without such a file.
  public static final Forms NONE = new Forms(List.of(), List.of());

  /** Sentences of a question in several. */
  private static final String SENTENCES = "(?<=[.?!])\\s+";

  private final List<Form> forms;
  private final List<List<Words>> alike;

  private Forms(List<Form> forms, List<List<Words>> alike) {
    this.forms = List.copyOf(forms);
    this.alike = List.copyOf(alike);
  }

  /// The file may be missing.
  public static Forms read(Path home, String language, Problems problems) {
    Path file = home.resolve("config/drafting/" + language + ".yaml");
    if (!language.matches("[a-z]{2,3}") || !Files.exists(file)) {
      return NONE;
    }
    Fields top = YamlFile.read(home, file, problems);
    top.allowOnly(Set.of("forms", "alike"));
    List<Form> forms = new ArrayList<>();
    for (Fields form : top.list("forms")) {
      form.allowOnly(Set.of("said", "also"));
      String said = form.text("said");
      List<String> also = form.texts("also");
      if (Form.fits(said, also)) {
        forms.add(Form.of(said, also));
      } else {
        form.problem(
            form.line("said"),
            "The form `" + said + "` does not fit what stands below it.",
            "Write one `*` (any words) or one `_` (one word) above for each that is used below.");
      }
    }
    List<List<Words>> alike = new ArrayList<>();
    for (Fields group : top.list("alike")) {
      group.allowOnly(Set.of("words"));
      alike.add(group.texts("words").stream().map(Words::of).toList());
    }
    return new Forms(forms, alike);
  }

  /// The questions in other words and forms, each once; what they were made of is not among them.
  List<String> of(List<String> questions) {
    List<Words> said =
        questions.stream().map(Forms::firstSentence).map(Words::of).distinct().toList();
    List<Words> other = said.stream().flatMap(this::inOtherWords).toList();
    Set<String> all = new LinkedHashSet<>();
    Stream.concat(said.stream(), other.stream())
        .flatMap(words -> forms.stream().flatMap(form -> form.apply(words)))
        .forEach(all::add);
    other.forEach(words -> all.add(words.text()));
    said.forEach(words -> all.remove(words.text()));
    return List.copyOf(all);
  }

  /// "I had an accident. What should I do?": what follows makes no sense alone.
  private static String firstSentence(String question) {
    return question.split(SENTENCES)[0];
  }

  /// Single words that stand for words of these questions, each once.
  List<String> words(List<String> questions) {
    List<Words> said = questions.stream().map(Words::of).toList();
    return alike.stream()
        .filter(group -> said.stream().anyMatch(words -> group.stream().anyMatch(words::contains)))
        .flatMap(List::stream)
        .filter(words -> words.size() == 1)
        .map(Words::text)
        .distinct()
        .toList();
  }

  /// With one word or phrase in the place of another.
  private Stream<Words> inOtherWords(Words words) {
    List<Words> found = new ArrayList<>();
    for (List<Words> group : alike) {
      for (Words one : group) {
        int at = words.find(one);
        if (at >= 0) {
          group.stream()
              .filter(other -> !other.equals(one))
              .forEach(other -> found.add(replaced(words, at, one.size(), other)));
        }
      }
    }
    return found.stream();
  }

  private static Words replaced(Words words, int at, int length, Words other) {
    List<String> list = new ArrayList<>(words.list().subList(0, at));
    list.addAll(other.list());
    list.addAll(words.list().subList(at + length, words.size()));
    return new Words(list);
  }
}
