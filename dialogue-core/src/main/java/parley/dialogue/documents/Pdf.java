package parley.dialogue.documents;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/// The text of a PDF, as far as it holds any: a PDF knows where letters stand, and what is a
/// heading or a paragraph is read from their size and distance.
final class Pdf {

  /** A page of text has thousands; a scanned one has a stamp or nothing. */
  private static final int FEWEST_LETTERS = 40;

  private Pdf() {}

  static Content read(byte[] bytes) {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      List<Block> blocks = PdfLines.read(document).blocks();
      if (blocks.stream().mapToInt(block -> block.text().length()).sum() < FEWEST_LETTERS) {
        return new Content.Unreadable(
            "It holds no text, only pictures of it.",
            "Put the text beside it, or let a program for scanned pages add it.");
      }
      String title =
          Optional.ofNullable(document.getDocumentInformation().getTitle()).orElse("").strip();
      return new Content.Usable(title, blocks);
    } catch (InvalidPasswordException _) {
      return new Content.Unreadable(
          "It is locked with a password.", "Save it without one, or take it out of the folder.");
    } catch (IOException | RuntimeException e) {
      // PDFBox throws what it meets in a damaged file, unchecked ones too.
      return new Content.Unreadable(
          "It is no PDF that can be read (" + e.getClass().getSimpleName() + ").",
          "Save it again from the program that made it.");
    }
  }
}
