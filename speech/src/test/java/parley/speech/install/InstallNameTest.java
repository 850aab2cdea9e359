package parley.speech.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which model of the list a name stands for.
class InstallNameTest {
  private static final String LIST =
      "["
          + String.join(
              ",",
              entry("vosk-model-en-in-0.5", "en-in", "big", "0.5", false),
              entry("vosk-model-small-en-in-0.4", "en-in", "small", "0.4", false),
              entry("vosk-model-en-us-0.20", "en-us", "big", "0.20", true),
              entry("vosk-model-en-us-0.6", "en-us", "big", "0.6", false),
              entry("vosk-model-en-us-0.22", "en-us", "big", "0.22", false),
              entry("vosk-model-en-us-0.42-gigaspeech", "en-us", "big", "0.42-gigaspeech", false),
              entry("vosk-model-en-us-0.22-lgraph", "en-us", "big-lgraph", "0.22", false),
              entry("vosk-model-small-en-us-0.15", "en-us", "small", "0.15", false),
              entry("vosk-model-small-en-us-0.3", "en-us", "small", "0.3", false),
              entry("vosk-model-small-cn-0.22", "cn", "small", "0.22", false),
              entry("vosk-model-small-sv-rhasspy-0.15", "sv", "small", "0.15", false),
              entry("vosk-model-ru-0.10", "ru", "big", "0.10", true),
              entry("vosk-model-spk-0.4", "all", "spk", "0.4", false))
          + "]";

  private static String entry(
      String name, String language, String type, String version, boolean obsolete) {
    return """
    {"name":"%s","lang":"%s","lang_text":"","type":"%s","version":"%s","obsolete":"%s",
     "size":"10","md5":"0123456789ABCDEF0123456789abcdef","url":"%s.zip"}\
    """
        .formatted(name, language, type, version, obsolete, name);
  }

  private static VendorModel find(String name) {
    return new ModelNames(
            ModelList.parse(
                LIST.getBytes(StandardCharsets.UTF_8), URI.create("https://m.example/list.json")))
        .find(name);
  }

  @ParameterizedTest
  @CsvSource({
    "en, vosk-model-en-us-0.22",
    "EN, vosk-model-en-us-0.22",
    "en-us, vosk-model-en-us-0.22",
    "en-small, vosk-model-small-en-us-0.15",
    "en-in, vosk-model-en-in-0.5",
    "en-in-small, vosk-model-small-en-in-0.4",
    "zh, vosk-model-small-cn-0.22",
    "cn, vosk-model-small-cn-0.22",
    "sv, vosk-model-small-sv-rhasspy-0.15",
    "vosk-model-en-us-0.42-gigaspeech, vosk-model-en-us-0.42-gigaspeech",
    "vosk-model-en-us-0.22-lgraph, vosk-model-en-us-0.22-lgraph"
  })
  void aNameStandsForTheBestModelThatFits(String name, String model) {
    assertEquals(model, find(name).name());
  }

  @Test
  void addressesMayBeRelativeToTheList() {
    assertEquals(URI.create("https://m.example/vosk-model-small-cn-0.22.zip"), find("zh").url());
    assertEquals("0123456789abcdef0123456789abcdef", find("zh").md5());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-huge | There is no model en-huge in https://m.example/list.json; for en there are:"
            + " vosk-model-en-us-0.22, vosk-model-en-us-0.6, vosk-model-en-us-0.42-gigaspeech,"
            + " vosk-model-small-en-us-0.15, vosk-model-small-en-us-0.3,"
            + " vosk-model-en-us-0.22-lgraph, vosk-model-en-in-0.5, vosk-model-small-en-in-0.4",
        "vosk-model-small-sv-9 | There is no model vosk-model-small-sv-9 in"
            + " https://m.example/list.json; for sv there are: vosk-model-small-sv-rhasspy-0.15",
        "vosk-model-small-kn-0.22 | There is no model vosk-model-small-kn-0.22 in"
            + " https://m.example/list.json; the nearest names are: vosk-model-small-cn-0.22,"
            + " vosk-model-small-en-in-0.4, vosk-model-small-en-us-0.15",
        "ru | There is no model ru in https://m.example/list.json; it has models for: cn, en-in,"
            + " en-us, sv",
        "vosk-model-ru-0.10 | The vendor calls vosk-model-ru-0.10 obsolete; there is no newer one"
            + " for its language",
        "vosk-model-en-us-0.20 | The vendor calls vosk-model-en-us-0.20 obsolete; for en-us there"
            + " are: vosk-model-en-us-0.22, vosk-model-en-us-0.6,"
            + " vosk-model-en-us-0.42-gigaspeech, vosk-model-small-en-us-0.15,"
            + " vosk-model-small-en-us-0.3, vosk-model-en-us-0.22-lgraph",
        "vosk-model-spk-0.4 | vosk-model-spk-0.4 tells speakers apart and recognizes no speech;"
            + " Parley has no use for it"
      })
  void whatCannotBeHadIsSaidWithWhatCan(String name, String sentence) {
    assertEquals(sentence, assertThrows(InstallException.class, () -> find(name)).getMessage());
  }
}
