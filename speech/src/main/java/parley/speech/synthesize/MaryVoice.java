package parley.speech.synthesize;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sound.sampled.AudioInputStream;
import marytts.LocalMaryInterface;
import marytts.datatypes.MaryXML;
import marytts.exceptions.MaryConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import parley.speech.audio.Pcm;
import parley.speech.audio.Resampler;
import parley.speech.audio.Samples;

/// One way into the MaryTTS engine of this JVM. Thread: one at a time.
final class MaryVoice {
  private static final String NAME = "cmu-slt-hsmm";

  /** MaryTTS fills the whole scale (-16 dBFS); telephones expect talkers at about -22 dBFS. */
  private static final double GAIN = 0.5;

  /**
   * A third slower makes 1.28 of the length. MaryTTS's effect of that purpose (`Rate`) changes
   * nothing with this voice.
   */
  private static final String SLOW_RATE = "-30%";

  private final LocalMaryInterface mary;
  private final LocalMaryInterface markedUp;

  MaryVoice() {
    try {
      mary = new LocalMaryInterface();
      mary.setVoice(NAME);
      markedUp = new LocalMaryInterface();
      markedUp.setVoice(NAME);
      markedUp.setInputType("RAWMARYXML");
    } catch (MaryConfigurationException | IllegalArgumentException e) {
      throw new SynthesisException(
          "MaryTTS could not start with the voice " + NAME + "; is its jar on the class path?", e);
    }
  }

  /// Speaks words that [SpokenText] has prepared.
  Pcm speak(String words, Pace pace, int sampleRateHz)
      throws marytts.exceptions.SynthesisException, IOException {
    Pcm made = made(words, pace);
    if (isBroken(made) && pace == Pace.USUAL) {
      made = made(words, Pace.SLOW);
    }
    if (isBroken(made)) {
      throw new SynthesisException("MaryTTS gave a sentence without sound");
    }
    return telephone(made, sampleRateHz);
  }

  private Pcm made(String words, Pace pace)
      throws marytts.exceptions.SynthesisException, IOException {
    try (AudioInputStream stream =
        switch (pace) {
          case USUAL -> mary.generateAudio(words);
          case SLOW -> markedUp.generateAudio(slowly(words));
        }) {
      int rate = Math.round(stream.getFormat().getSampleRate());
      return new Pcm(drained(stream), rate);
    }
  }

  /**
   * MaryTTS's filter overflows on some sentences ("I have a new number."): a click, then zeros to
   * the end. Slower, it does not.
   */
  private static boolean isBroken(Pcm made) {
    int sounding = 0;
    for (short sample : made.samples()) {
      sounding += sample == 0 ? 0 : 1;
    }
    return sounding < made.samples().length / 2;
  }

  private static Document slowly(String words) {
    Document document = MaryXML.newDocument();
    Element root = document.getDocumentElement();
    root.setAttribute("xml:lang", "en-US");
    Element paragraph = MaryXML.appendChildElement(root, MaryXML.PARAGRAPH);
    Element prosody = MaryXML.appendChildElement(paragraph, MaryXML.PROSODY);
    prosody.setAttribute("rate", SLOW_RATE);
    prosody.setTextContent(words);
    return document;
  }

  /** At the level of a telephone talker, and beginning at once: leading silence is lost time. */
  private static Pcm telephone(Pcm made, int sampleRateHz) {
    Samples.scale(made.samples(), GAIN);
    short[] samples = Resampler.convert(made, sampleRateHz).samples();
    return new Pcm(Samples.trimmed(samples, sampleRateHz / 100, sampleRateHz / 5), sampleRateHz);
  }

  /**
   * All of it, eagerly: readAllBytes stops at 16,384 bytes, and what is not read leaks a thread.
   */
  private static short[] drained(InputStream stream) throws IOException {
    List<short[]> pieces = new ArrayList<>();
    byte[] buffer = new byte[1 << 15];
    int filled = 0;
    for (int read = 0; read >= 0; read = stream.read(buffer, filled, buffer.length - filled)) {
      filled += read;
      if (filled == buffer.length) {
        pieces.add(Samples.fromLittleEndian(buffer));
        filled = 0;
      }
    }
    pieces.add(Samples.fromLittleEndian(Arrays.copyOf(buffer, filled)));
    return Samples.join(pieces);
  }
}
