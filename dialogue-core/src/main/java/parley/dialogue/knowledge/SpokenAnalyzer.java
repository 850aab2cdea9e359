package parley.dialogue.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import parley.dialogue.words.Words;

/// Spoken English to comparable stems. The stop words leave negation and question words in, because
/// "not delivered" and "when delivered" are different questions.
final class SpokenAnalyzer extends Analyzer {

  private static final CharArraySet STOP_WORDS =
      StopFilter.makeStopSet(
          ("a an the is are am be been was were being to of my your our their his her its i you me we"
                  + " us it he she they this that these those do does did have has had can could will"
                  + " would shall should may there here for in at on and or with by as please if then"
                  + " so just some any something uh um er ah well hello hi hey about from tell"
                  + " know im id want need thing going got get go")
              .split(" "));

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    Tokenizer source = new StandardTokenizer();
    TokenStream stream = new StopFilter(new LowerCaseFilter(source), STOP_WORDS);
    return new TokenStreamComponents(source, new PorterStemFilter(stream));
  }

  /// The stems of a text, each once, in order. A text of stop words only keeps them all: "who are
  /// you" must be found too.
  List<String> stems(String text) {
    List<String> stems = new ArrayList<>();
    try (TokenStream stream = tokenStream("text", Words.of(text).text())) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        if (!stems.contains(term.toString())) {
          stems.add(term.toString());
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("Reading a text in memory failed", e);
    }
    return stems;
  }
}
