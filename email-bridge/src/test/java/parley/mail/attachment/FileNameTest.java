package parley.mail.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

  @ParameterizedTest
  @CsvSource({
    "receipt.pdf, receipt.pdf",
    "../../etc/passwd, passwd",
    "C:\\Users\\x\\photo.jpg, photo.jpg",
    "'a\r\nBcc: x.pdf', a Bcc_ x.pdf",
    "photo\u202egpj.exe, photo gpj.exe",
    "con.txt, _con.txt",
    "..., attachment.pdf",
    "'', attachment.pdf",
    "a..b.pdf, a.b.pdf",
    "<img src=x>.png, _img src=x_.png"
  })
  void aNameIsMadeHarmless(String name, String harmless) {
    assertEquals(harmless, FileName.harmless(name, "application/pdf"));
  }

  @Test
  void aLongNameKeepsItsEnding() {
    String name = FileName.harmless("x".repeat(500) + ".docx", "");
    assertTrue(name.endsWith(".docx") && name.length() <= 120);
  }
}
