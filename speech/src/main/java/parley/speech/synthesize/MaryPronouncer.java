package parley.speech.synthesize;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import marytts.LocalMaryInterface;
import marytts.exceptions.MaryConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import parley.speech.adapt.Pronouncer;

/// Pronunciations as MaryTTS speaks: its English lexicon, and its letter-to-sound rules for what
/// the lexicon lacks. Loads the engine when it is first asked. Thread: one at a time.
public final class MaryPronouncer implements Pronouncer {
  /** MaryTTS's sounds of US English (SAMPA) as CMUdict names them; others are spelled alike. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("A", "AA"),
          Map.entry("O", "AO"),
          Map.entry("u", "UW"),
          Map.entry("i", "IY"),
          Map.entry("{", "AE"),
          Map.entry("V", "AH"),
          Map.entry("E", "EH"),
          Map.entry("I", "IH"),
          Map.entry("U", "UH"),
          Map.entry("@", "AH"),
          Map.entry("r=", "ER"),
          Map.entry("aU", "AW"),
          Map.entry("OI", "OY"),
          Map.entry("@U", "OW"),
          Map.entry("EI", "EY"),
          Map.entry("AI", "AY"),
          Map.entry("tS", "CH"),
          Map.entry("dZ", "JH"),
          Map.entry("T", "TH"),
          Map.entry("D", "DH"),
          Map.entry("S", "SH"),
          Map.entry("Z", "ZH"),
          Map.entry("h", "HH"),
          Map.entry("N", "NG"),
          Map.entry("j", "Y"));

  private static final String PLAIN = "[bdfgklmnprstvwz]";

  private @Nullable LocalMaryInterface mary;

  @Override
  public Optional<List<String>> phones(String word) {
    try {
      Document spoken = engine().generateXML(word);
      NodeList tokens = spoken.getElementsByTagName("t");
      List<String> phones = new ArrayList<>();
      for (int i = 0; i < tokens.getLength(); i++) {
        if (!add(((Element) tokens.item(i)).getAttribute("ph"), phones)) {
          return Optional.empty();
        }
      }
      return phones.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(phones));
    } catch (marytts.exceptions.SynthesisException | RuntimeException e) {
      // One word that MaryTTS cannot speak is listed as unknown.
      return Optional.empty();
    }
  }

  /** Phones without stress and the borders of syllables; false when one has no name. */
  private static boolean add(String spoken, List<String> phones) {
    for (String sound : spoken.split("[\\s',-]+")) {
      String name = NAMES.get(sound);
      if (name == null && sound.matches(PLAIN)) {
        name = sound.toUpperCase(Locale.ROOT);
      }
      if (name != null) {
        phones.add(name);
      } else if (!sound.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private LocalMaryInterface engine() {
    LocalMaryInterface ready = mary;
    if (ready == null) {
      try {
        ready = new LocalMaryInterface();
        ready.setLocale(Locale.US);
        ready.setOutputType("ALLOPHONES");
      } catch (MaryConfigurationException | IllegalArgumentException e) {
        throw new SynthesisException("MaryTTS could not start; is its jar on the class path?", e);
      }
      mary = ready;
    }
    return ready;
  }
}
