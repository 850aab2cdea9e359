package parley.server.models;

import java.util.List;
import java.util.Locale;
import parley.speech.adapt.Adaptation;
import parley.speech.adapt.AdaptedModel;
import parley.speech.install.InstallOutcome;
import parley.speech.install.InstalledModel;
import parley.speech.install.Megabytes;
import parley.speech.install.VendorModel;

/// Models for people.
final class ModelsText {

  private ModelsText() {}

  static String outcome(InstallOutcome outcome, SiteModels.Choice choice) {
    String done =
        switch (outcome) {
          case InstallOutcome.AlreadyThere there ->
              there.folder() + " is already installed; --again replaces it.\n";
          case InstallOutcome.Installed installed -> installed(installed);
        };
    return done + choice(choice) + "A Parley that runs takes it up when it is started again.\n";
  }

  private static String installed(InstallOutcome.Installed installed) {
    String changed =
        installed.changedFiles().isEmpty()
            ? ""
            : "Changed for telephone sound (--allow-upsample=true): "
                + String.join(", ", installed.changedFiles())
                + "\n";
    return "Installed " + installed.folder() + "\nSHA-256 " + installed.sha256() + "\n" + changed;
  }

  static String site(SiteModels site) {
    StringBuilder text = new StringBuilder();
    add(text, "Below " + site.state().resolve("models") + ":", site.installed());
    add(text, "With Parley:", site.bundled());
    return text.append(choice(site.choice())).toString();
  }

  private static void add(StringBuilder text, String title, List<InstalledModel> models) {
    text.append(title).append('\n');
    if (models.isEmpty()) {
      text.append("  none\n");
    }
    for (InstalledModel model : models) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-40s %10s  %s%n",
              model.folder().getFileName(),
              Megabytes.of(model.bytes()),
              model.problem().orElse(installedAt(model))));
    }
  }

  private static String installedAt(InstalledModel model) {
    return model.lock().map(lock -> "installed " + lock.path("installed_at").asText()).orElse("");
  }

  private static String choice(SiteModels.Choice choice) {
    return choice
            .folder()
            .map(folder ->
                "Used for " + choice.language() + ": " + folder + " (" + choice.reason() + ")")
            .orElse(choice.reason())
        + "\n";
  }

  static String adapted(AdaptedModel model) {
    Adaptation words = model.adaptation();
    return String.format(
        Locale.ROOT,
        """
        model            %s
        %-16s %d, from %d sentences of the site; %d sequences of words
        new words        %s
        sound derived    %s
        cannot be heard  %s
        """,
        model.folder().path(),
        model.builtNow() ? "built now, words" : "words",
        words.words(),
        words.sentences(),
        words.ngrams(),
        list(words.added()),
        list(words.derived()),
        list(words.unknown()));
  }

  private static String list(List<String> words) {
    return words.isEmpty() ? "none" : words.size() + ": " + String.join(" ", words);
  }

  static String offered(OfferedModels offered) {
    StringBuilder text = new StringBuilder();
    for (VendorModel model : offered.models()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-40s %10s  %-10s  %s%n",
              model.name(),
              Megabytes.of(model.size()),
              model.type(),
              model.languageText()));
    }
    if (text.isEmpty()) {
      text.append("The list has no model for ")
          .append(offered.language())
          .append("; it has some for: ")
          .append(String.join(", ", offered.list().languages()))
          .append("\n");
    }
    if (offered.list().broken() > 0) {
      text.append("Entries of the list that could not be read: ")
          .append(offered.list().broken())
          .append("\n");
    }
    return text.toString();
  }
}
