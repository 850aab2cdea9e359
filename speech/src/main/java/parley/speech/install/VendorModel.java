package parley.speech.install;

import java.net.URI;

/// A model as its vendor lists it.
///
/// @param name of the model and of its folder
/// @param language as the vendor writes it: `en-us`, `de`, `cn`
/// @param languageText the same for people: `US English`
/// @param type `small`, `big`, `big-lgraph`, `spk` and others
/// @param obsolete whether the vendor has a better one
/// @param size of the zip in bytes
/// @param md5 of the zip, 32 small hexadecimal digits
public record VendorModel(
    String name,
    String language,
    String languageText,
    String type,
    ModelVersion version,
    boolean obsolete,
    long size,
    String md5,
    URI url) {

  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

  public VendorModel {
    if (!isName(name)
        || language.isBlank()
        || type.isBlank()
        || size <= 0
        || !md5.matches("[0-9a-f]{32}")
        || url.getScheme() == null) {
      throw new IllegalArgumentException("A listed model lacks what an install needs");
    }
  }

  /// Whether a folder may be called so.
  static boolean isName(String text) {
    return text.matches(NAME);
  }

  /// Speaker models tell voices apart and hear no words.
  boolean recognizesSpeech() {
    return !type.equals("spk");
  }
}
