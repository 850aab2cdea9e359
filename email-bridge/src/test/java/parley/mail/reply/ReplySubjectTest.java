package parley.mail.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.mail.header.ThreadToken;

class ReplySubjectTest {

  @ParameterizedTest
  @CsvSource({
    "Broken kettle, Re: Broken kettle",
    "Re: Broken kettle, Re: Broken kettle",
    "RE: re: Broken kettle, Re: Broken kettle",
    "AW: Re: AW: Broken kettle, Re: Broken kettle",
    "SV: Broken kettle, Re: Broken kettle",
    "Antw: Broken kettle, Re: Broken kettle",
    "Odp: Broken kettle, Re: Broken kettle",
    "RIF: R: Broken kettle, Re: Broken kettle",
    "RES: Broken kettle, Re: Broken kettle",
    "Re[3]: Broken kettle, Re: Broken kettle",
    "Re : Broken kettle, Re: Broken kettle",
    "回复：Broken kettle, Re: Broken kettle",
    "RE: FW: Broken kettle, Re: FW: Broken kettle",
    "Regarding: the kettle, Re: Regarding: the kettle",
    "'', Re:"
  })
  void anAnswerHasOneReWhateverStoodThere(String subject, String expected) {
    assertEquals(expected, ReplySubject.of(subject, Optional.empty()));
  }

  @Test
  void theTokenStandsOnceAtItsEnd() {
    ThreadToken token = new ThreadToken("7k3m9x2q4d5e");
    String once = ReplySubject.of("Kettle", Optional.of(token));
    assertEquals("Re: Kettle [P-7K3M-9X2Q-4D5E]", once);
    assertEquals(once, ReplySubject.of("AW: " + once, Optional.of(token)));
    assertEquals(
        Optional.of(token), ThreadToken.inSubject(once.toLowerCase(java.util.Locale.ROOT)));
  }
}
