package parley.speech.synthesize;

class FakeSynthesizerTest extends SynthesizerContract {
  private final Synthesizer fake = new FakeSynthesizer(8000);

  @Override
  Synthesizer synthesizer() {
    return fake;
  }
}
