package parley.speech.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import parley.speech.recognize.ModelChoice;

/// The vendor's list of models, or a mirror's.
///
/// @param source the address that it was read from
/// @param broken how many of its entries could not be read and were passed over
public record ModelList(URI source, List<VendorModel> models, int broken) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST_BYTES = 10_000_000;
  private static final int FAR = 3;

  public ModelList {
    models = List.copyOf(models);
  }

  /// @throws InstallException when it cannot be had or is no list
  static ModelList fetch(Web web, URI source) throws InterruptedException {
    return parse(web.document(source, LARGEST_BYTES), source);
  }

  static ModelList parse(byte[] json, URI source) {
    JsonNode root = tree(json, source);
    List<VendorModel> models = new ArrayList<>();
    for (JsonNode entry : root) {
      model(entry, source).ifPresent(models::add);
    }
    return new ModelList(source, models, root.size() - models.size());
  }

  private static JsonNode tree(byte[] json, URI source) {
    try {
      JsonNode root = JSON.readTree(json);
      if (root.isArray()) {
        return root;
      }
    } catch (IOException notJson) {
      // said below
    }
    throw new InstallException(
        Address.plain(source)
            + " is no list of models: expected a JSON array of objects with name, lang, type, size,"
            + " md5 and url; correct speech.model-list");
  }

  /// Numbers and truth values are read as texts too: the vendor writes both.
  private static Optional<VendorModel> model(JsonNode entry, URI source) {
    try {
      return Optional.of(
          new VendorModel(
              entry.path("name").asText(),
              entry.path("lang").asText().toLowerCase(Locale.ROOT),
              entry.path("lang_text").asText(),
              entry.path("type").asText(),
              new ModelVersion(entry.path("version").asText()),
              entry.path("obsolete").asText().equalsIgnoreCase("true"),
              entry.path("size").asLong(),
              entry.path("md5").asText().toLowerCase(Locale.ROOT),
              source.resolve(entry.path("url").asText())));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  /// Those that can be installed, the best first.
  ///
  /// @param language ISO 639-1 code, or as the vendor writes it: `en`, `en-in`
  public List<VendorModel> of(String language) {
    String wanted = language.toLowerCase(Locale.ROOT);
    return installable()
        .filter(model -> nearness(model.language(), wanted) < FAR)
        .sorted(
            Comparator.comparingInt((VendorModel model) -> nearness(model.language(), wanted))
                .thenComparing(VendorModel::language)
                .thenComparingInt(ModelList::size)
                .thenComparing(VendorModel::version, Comparator.reverseOrder())
                .thenComparing(VendorModel::name))
        .toList();
  }

  /// The languages of those that can be installed, as the vendor writes them.
  public List<String> languages() {
    return installable().map(VendorModel::language).distinct().sorted().toList();
  }

  Stream<VendorModel> installable() {
    return models.stream().filter(model -> !model.obsolete() && model.recognizesSpeech());
  }

  /// US English before the English of other countries: it has the best models.
  private static int nearness(String listed, String wanted) {
    for (String code : ModelChoice.namesOf(wanted)) {
      if (listed.equals(code)) {
        return 0;
      }
      if (listed.startsWith(code + "-")) {
        return listed.equals("en-us") ? 1 : 2;
      }
    }
    return FAR;
  }

  private static int size(VendorModel model) {
    return switch (model.type()) {
      case "big" -> 0;
      case "small" -> 1;
      default -> 2;
    };
  }
}
