package parley.speech.synthesize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import parley.speech.audio.Pcm;
import parley.speech.audio.ScriptedVoice;

class CachingSynthesizerTest {
  private static final int WORD_BYTES = ScriptedVoice.FRAMES_PER_WORD * 320;

  private final FakeSynthesizer voice = new FakeSynthesizer(8000);
  private final CachingSynthesizer cache = new CachingSynthesizer(voice, 3L * WORD_BYTES);

  @Test
  void aSentenceIsSpokenOnce() {
    Pcm first = cache.speak("en", "hello").join();
    assertSame(first, cache.speak("en", "hello").join());
    assertEquals(List.of("hello"), voice.sentences());
  }

  @Test
  void manyWhoAskAtTheSameTimeShareOneWork() {
    voice.hold();
    CompletableFuture<Pcm> one = cache.speak("en", "hello");
    CompletableFuture<Pcm> other = cache.speak("en", "hello");
    assertTrue(one.cancel(true));
    assertFalse(other.isDone());
    voice.release();
    assertFalse(other.join().isEmpty());
    assertEquals(1, voice.sentences().size());
  }

  @Test
  void failuresAreNotKept() {
    voice.failNext(1);
    CompletableFuture<Pcm> failed = cache.speak("en", "hello");
    assertThrows(CompletionException.class, failed::join);
    assertFalse(cache.speak("en", "hello").join().isEmpty());
  }

  @Test
  void theLeastRecentlyUsedGoesFirstAndBytesAreBounded() {
    cache.speak("en", "one").join();
    cache.speak("en", "two").join();
    cache.speak("en", "three").join();
    cache.speak("en", "one").join();
    cache.speak("en", "four").join();
    assertEquals(3L * WORD_BYTES, cache.keptBytes());
    cache.speak("en", "one").join();
    assertEquals(4, voice.sentences().size());
    cache.speak("en", "two").join();
    assertEquals(5, voice.sentences().size());
    cache.speak("en", "much too long to keep at all").join();
    assertTrue(cache.keptBytes() <= 3L * WORD_BYTES);
  }

  @Test
  void preparedPromptsAreNeverThrownAway() {
    cache.prepare("en", List.of("welcome to us", "goodbye")).join();
    for (int i = 0; i < 20; i++) {
      cache.speak("en", "filler " + i).join();
    }
    int asked = voice.sentences().size();
    cache.speak("en", "welcome to us").join();
    cache.speak("en", "goodbye").join();
    assertEquals(asked, voice.sentences().size());
  }

  @Test
  void aPromptThatCannotBePreparedIsTold() {
    voice.failNext(1);
    CompletableFuture<Void> prepared = cache.prepare("en", List.of("welcome", "goodbye"));
    assertThrows(CompletionException.class, prepared::join);
  }
}
