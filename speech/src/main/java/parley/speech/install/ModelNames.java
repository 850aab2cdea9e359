package parley.speech.install;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.config.NearestName;

/// Finds the model that somebody asked for: by its name, as a language (`en`: the big one) or as a
/// language's small one (`en-small`). Obsolete ones are never taken.
final class ModelNames {
  private static final String SMALL = "-small";
  private static final int NEAREST = 3;
  private static final Pattern LANGUAGE =
      Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z]{2})?(" + SMALL + ")?");

  /** Parts of model names that are no language, although some are the code of one. */
  private static final Set<String> NO_LANGUAGE = Set.of("vosk", "model", "small", "big");

  private final ModelList list;

  ModelNames(ModelList list) {
    this.list = list;
  }

  /// @throws InstallException with what there is, when nothing fits
  VendorModel find(String wanted) {
    Optional<VendorModel> named =
        list.models().stream().filter(model -> model.name().equals(wanted)).findFirst();
    if (named.isPresent()) {
      return usable(named.get());
    }
    Stream<VendorModel> fitting =
        wanted.endsWith(SMALL)
            ? list.of(wanted.substring(0, wanted.length() - SMALL.length())).stream()
                .filter(model -> model.type().equals("small"))
            : list.of(wanted).stream()
                .filter(model -> model.type().equals("big") || model.type().equals("small"));
    return fitting.findFirst().orElseThrow(() -> unknown(wanted));
  }

  private VendorModel usable(VendorModel model) {
    if (!model.recognizesSpeech()) {
      throw new InstallException(
          model.name()
              + " tells speakers apart and recognizes no speech; Parley has no use for it");
    }
    if (model.obsolete()) {
      throw new InstallException(
          "The vendor calls "
              + model.name()
              + " obsolete; "
              + offered(model.language()).orElse("there is no newer one for its language"));
    }
    return model;
  }

  private InstallException unknown(String wanted) {
    String said =
        Stream.of(wanted.split("-"))
            .filter(part -> !NO_LANGUAGE.contains(part))
            .map(this::offered)
            .flatMap(Optional::stream)
            .findFirst()
            .orElseGet(() -> nearest(wanted));
    return new InstallException(
        "There is no model " + wanted + " in " + Address.plain(list.source()) + "; " + said);
  }

  private Optional<String> offered(String language) {
    List<VendorModel> there = list.of(language);
    return there.isEmpty()
        ? Optional.empty()
        : Optional.of("for " + language + " there are: " + names(there.stream()));
  }

  private String nearest(String wanted) {
    if (LANGUAGE.matcher(wanted).matches()) {
      return "it has models for: " + String.join(", ", list.languages());
    }
    List<VendorModel> known =
        list.installable()
            .sorted(Comparator.comparingInt(model -> NearestName.distance(wanted, model.name())))
            .toList();
    return known.isEmpty()
        ? "it lists none that can be installed"
        : "the nearest names are: " + names(known.stream().limit(NEAREST));
  }

  private static String names(Stream<VendorModel> models) {
    return models.map(VendorModel::name).collect(Collectors.joining(", "));
  }
}
