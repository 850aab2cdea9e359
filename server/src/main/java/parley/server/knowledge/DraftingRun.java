package parley.server.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import parley.config.Settings;
import parley.dialogue.drafting.CallersWords;
import parley.dialogue.drafting.Drafter;
import parley.dialogue.drafting.Drafts;
import parley.dialogue.drafting.Forms;
import parley.dialogue.drafting.ModelDrafts;
import parley.dialogue.drafting.Neighbours;
import parley.dialogue.files.Problems;
import parley.dialogue.intents.SentenceVectors;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.knowledge.OtherTopics;
import parley.dialogue.knowledge.RememberedVectors;
import parley.dialogue.knowledge.Semantics;
import parley.dialogue.language.LinguaDetection;
import parley.dialogue.llm.Scribe;
import parley.server.command.CommandFault;
import parley.server.wiring.SentenceModels;

/// Drafts for some entries: searches as calls do, by meaning where the site does. One thread.
final class DraftingRun {

  private final Settings settings;
  private final KnowledgeBase base;
  private final Optional<Semantics> semantics;
  private final Map<String, Forms> forms;
  private final int most;

  DraftingRun(Settings settings, KnowledgeBase base, Supplier<SentenceVectors> vectors, int most) {
    this.settings = settings;
    this.base = base;
    this.most = most;
    Problems problems = new Problems();
    this.forms = forms(settings, base, problems);
    List<String> others = OtherTopics.read(settings.home(), language(), problems);
    problems.throwIfAny();
    this.semantics =
        SentenceModels.inCalls(settings, vectors)
            .flatMap(model -> SentenceModels.byMeaning(model, settings).vectors())
            .map(stored -> Semantics.of(stored, new RememberedVectors(stored.model()), others));
  }

  private String language() {
    return settings.site().language();
  }

  private static Map<String, Forms> forms(
      Settings settings, KnowledgeBase base, Problems problems) {
    Set<String> languages = new TreeSet<>(Set.of(settings.site().language()));
    base.entries().stream()
        .map(entry -> entry.standing().language())
        .filter(code -> !code.isEmpty())
        .forEach(languages::add);
    Map<String, Forms> forms = new HashMap<>();
    languages.forEach(code -> forms.put(code, Forms.read(settings.home(), code, problems)));
    return forms;
  }

  /// @param progress is told each entry before it is worked on
  List<Drafts> drafts(
      List<KnowledgeEntry> wanted,
      CallersWords callers,
      Optional<Scribe> scribe,
      Consumer<String> progress) {
    Optional<ModelDrafts> model =
        scribe.map(found ->
            new ModelDrafts(
                found,
                new LinguaDetection(LinguaDetection.LANGUAGES, LinguaDetection.Models.SMALL)));
    try (Neighbours neighbours = new Neighbours(base, semantics)) {
      Drafter drafter =
          new Drafter(
              neighbours, code -> forms.getOrDefault(code, Forms.NONE), callers, model, most);
      List<Drafts> all = new ArrayList<>();
      for (KnowledgeEntry entry : wanted) {
        progress.accept(entry.id());
        all.add(drafter.of(entry, language()));
      }
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFault("Nothing was written: the command was interrupted", e);
    }
  }
}
