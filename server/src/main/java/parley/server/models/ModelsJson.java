package parley.server.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import parley.speech.adapt.Adaptation;
import parley.speech.adapt.AdaptedModel;
import parley.speech.install.InstalledModel;
import parley.speech.install.VendorModel;

/// Models as one JSON document, for programs. Field names are snake_case.
final class ModelsJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ModelsJson() {}

  static String site(SiteModels site) {
    ObjectNode document = JSON.createObjectNode();
    add(document.putArray("installed"), site.installed());
    add(document.putArray("bundled"), site.bundled());
    document
        .putObject("used")
        .put("language", site.choice().language())
        .put("path", site.choice().folder().map(Objects::toString).orElse(null))
        .put("reason", site.choice().reason());
    return text(document);
  }

  private static void add(ArrayNode list, List<InstalledModel> models) {
    for (InstalledModel model : models) {
      ObjectNode entry =
          list.addObject()
              .put("name", model.folder().getFileName().toString())
              .put("path", model.folder().toString())
              .put("bytes", model.bytes())
              .put("problem", model.problem().orElse(null));
      entry.set("lock", model.lock().orElse(JSON.nullNode()));
    }
  }

  static String adapted(AdaptedModel model) {
    Adaptation words = model.adaptation();
    ObjectNode document = JSON.createObjectNode();
    document
        .put("path", model.folder().path().toString())
        .put("built_now", model.builtNow())
        .put("words", words.words())
        .put("sentences", words.sentences())
        .put("ngrams", words.ngrams());
    words.added().forEach(document.putArray("added")::add);
    words.derived().forEach(document.putArray("derived")::add);
    words.unknown().forEach(document.putArray("unknown")::add);
    return text(document);
  }

  static String offered(OfferedModels offered) {
    ObjectNode document = JSON.createObjectNode();
    document.put("language", offered.language()).put("broken_entries", offered.list().broken());
    ArrayNode models = document.putArray("models");
    for (VendorModel model : offered.models()) {
      models
          .addObject()
          .put("name", model.name())
          .put("lang", model.language())
          .put("lang_text", model.languageText())
          .put("type", model.type())
          .put("version", model.version().text())
          .put("size", model.size())
          .put("md5", model.md5())
          .put("url", model.url().toString());
    }
    return text(document);
  }

  private static String text(ObjectNode document) {
    return document.toPrettyString() + System.lineSeparator();
  }
}
