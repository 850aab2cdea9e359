package parley.dialogue.drafting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import parley.dialogue.drafting.Draft.Kind;
import parley.dialogue.drafting.Draft.Origin;
import parley.dialogue.knowledge.CommonWords;
import parley.dialogue.knowledge.KnowledgeEntry;

/// Drafts other wordings and keywords for entries: what callers said, what a language model writes
/// where there is one, what patterns make of the wordings that are there, words of the answer.
/// Nothing of it is in use before a person has looked it through. Thread: any.
public final class Drafter {

  private final Neighbours neighbours;
  private final Function<String, Forms> forms;
  private final CallersWords callers;

  /** What was not understood, by the entry that is nearest to it. */
  private final Map<String, List<String>> notUnderstood;

  private final Optional<ModelDrafts> model;
  private final int most;

  /// @param forms by language; of an entry for every language: the site's
  /// @param callers what was said in the conversations of the log
  /// @param most questions for each entry
  public Drafter(
      Neighbours neighbours,
      Function<String, Forms> forms,
      CallersWords callers,
      Optional<ModelDrafts> model,
      int most) {
    this.neighbours = neighbours;
    this.forms = forms;
    this.callers = callers;
    this.notUnderstood = notUnderstood(callers, neighbours);
    this.model = model;
    this.most = most;
  }

  /// @param siteLanguage of entries that name none
  /// @throws InterruptedException when the thread was interrupted while the model wrote
  public Drafts of(KnowledgeEntry entry, String siteLanguage) throws InterruptedException {
    String language =
        entry.standing().language().isEmpty() ? siteLanguage : entry.standing().language();
    List<String> notes = new ArrayList<>();
    Map<String, Integer> dropped = new TreeMap<>();
    List<Draft> written = new ArrayList<>();
    if (model.isPresent()) {
      ModelDrafts.Written result = model.get().of(entry, language, most);
      written.addAll(result.drafts());
      dropped.putAll(result.dropped());
      notes.addAll(result.notes());
    }
    DraftFilter filter = new DraftFilter(neighbours, entry, most);
    filter.offer(questions(callers.answeredBy(entry.id()).stream(), Origin.CALLER));
    filter.offer(
        questions(notUnderstood.getOrDefault(entry.id(), List.of()).stream(), Origin.UNANSWERED));
    filter.offer(written.stream().filter(draft -> draft.kind() == Kind.QUESTION).toList());
    List<String> said =
        Stream.concat(entry.variants(), filter.kept().stream().map(Draft::text)).toList();
    filter.offer(questions(forms.apply(language).of(said).stream(), Origin.FORM));
    filter.dropped().forEach((why, times) -> dropped.merge(why, times, Integer::sum));
    List<Draft> all = new ArrayList<>(filter.kept());
    all.addAll(keywords(entry, written, forms.apply(language)));
    return new Drafts(entry.id(), all, dropped, notes);
  }

  private List<Draft> keywords(KnowledgeEntry entry, List<Draft> written, Forms other) {
    String own = EntryWords.of(entry);
    Map<String, Draft> words = new LinkedHashMap<>();
    Stream.of(
            written.stream().filter(draft -> draft.kind() == Kind.KEYWORD),
            other.words(entry.variants().toList()).stream()
                .filter(word -> !CommonWords.any(word, own))
                .map(word -> new Draft(Kind.KEYWORD, word, Origin.FORM)),
            AnswerWords.of(entry, neighbours).stream())
        .flatMap(found -> found)
        .forEach(draft -> words.putIfAbsent(draft.text(), draft));
    return List.copyOf(words.values());
  }

  private static List<Draft> questions(Stream<String> texts, Origin origin) {
    return texts.map(text -> new Draft(Kind.QUESTION, text, origin)).toList();
  }

  /// Each text of the log is searched for once, not for every entry.
  private static Map<String, List<String>> notUnderstood(
      CallersWords callers, Neighbours neighbours) {
    Map<String, List<String>> nearest = new HashMap<>();
    callers.unanswered().stream()
        .distinct()
        .forEach(words ->
            neighbours
                .found(words)
                .ifPresent(found ->
                    nearest
                        .computeIfAbsent(found.entry().id(), _ -> new ArrayList<>())
                        .add(words)));
    return nearest;
  }
}
