package parley.speech.recognize;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A language's model with what belongs to it: its words, its idle recognizers, the vocabularies
/// compiled lately. Thread: any.
final class VoskLanguage implements AutoCloseable {
  private static final int GRAMMARS_KEPT = 64;

  private static final Logger LOG = LoggerFactory.getLogger(VoskLanguage.class);

  /** Idle recognizers kept a thread: enough for the threads to stay warm. */
  private static final int IDLE_PER_THREAD = 4;

  private final VoskModel model;
  private final IdleRecognizers idle;
  private final ModelWords words;
  private final AtomicInteger unknownWords = new AtomicInteger();

  private final Set<String> warned = ConcurrentHashMap.newKeySet();
  private final Map<Vocabulary, Grammar> grammars =
      Collections.synchronizedMap(
          new LinkedHashMap<>(GRAMMARS_KEPT, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Vocabulary, Grammar> eldest) {
              return size() > GRAMMARS_KEPT;
            }
          });

  VoskLanguage(ModelFolder folder, int threads) {
    this.words = ModelWords.of(folder);
    this.model = new VoskModel(folder);
    this.idle = new IdleRecognizers(model, threads * IDLE_PER_THREAD);
  }

  IdleRecognizers recognizers() {
    return idle;
  }

  int recognizersInMemory() {
    return model.recognizers();
  }

  int unknownWords() {
    return unknownWords.get();
  }

  Grammar grammar(Vocabulary vocabulary) {
    return grammars.computeIfAbsent(vocabulary, this::compile);
  }

  private Grammar compile(Vocabulary vocabulary) {
    Grammar grammar = model.folder().takesGrammar() ? Grammar.of(vocabulary, words) : Grammar.OPEN;
    // Only the name: the words may be a customer's.
    if (!grammar.unknownWords().isEmpty() && warned.add(grammar.name())) {
      unknownWords.addAndGet(grammar.unknownWords().size());
      LOG.warn(
          "Vocabulary {}: the speech model does not know {} of its words; they are left out{}",
          grammar.name(),
          grammar.unknownWords().size(),
          grammar.isOpen() ? ", so anything may be said" : "");
    }
    return grammar;
  }

  @Override
  public void close() {
    idle.close();
    model.close();
  }
}
