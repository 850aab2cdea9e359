package parley.server.models;

import java.util.List;
import parley.speech.install.ModelList;
import parley.speech.install.VendorModel;

/// What the vendor has for a language.
record OfferedModels(String language, ModelList list) {

  /// The best first.
  List<VendorModel> models() {
    return list.of(language);
  }
}
