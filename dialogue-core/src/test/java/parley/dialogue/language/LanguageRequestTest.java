package parley.dialogue.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.dialogue.words.Words;

/// Who asks for a language, and who only names one. The conversation is in English.
class LanguageRequestTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          do you speak german                             | de
          uh can we talk in french please                 | fr
          spanish                                         | es
          hello spanish please                            | es
          sorry i only speak polish                       | pl
          is there a turkish speaker in your team         | tr
          my mother only understands italian              | it
          Sprechen Sie Deutsch?                           | de
          ¿habla español?                                 | es
          Parlez-vous français ?                          | fr
          czy mówi pan po polsku                          | pl
          do you speak english                            | -
          how do you say good night in spanish            | -
          i ordered the german edition of the book        | -
          does the driver take me to the french embassy   | -
          i want to learn japanese                        | -
          please send the invoice in german               | -
          """)
  void aLanguageIsAskedForByItsName(String said, String code) {
    assertEquals(code, LanguageRequest.in(Words.of(said), "en").orElse("-"));
  }
}
