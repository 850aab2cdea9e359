package parley.dialogue.flows;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.dialogue.files.Fields;
import parley.dialogue.files.Node;

/// Reads one slot of a flow's file.
final class SlotFields {

  private static final Set<String> ANY =
      Set.of(
          "kind",
          "ask",
          "again",
          "confirm",
          "attempts",
          "secret",
          "keep",
          "optional",
          "least",
          "most",
          "options",
          "currency");
  private static final Set<String> KINDS =
      Set.of("digits", "day", "day-and-time", "yes-no", "choice", "amount", "mail", "words");
  private static final int LONGEST_NUMBER = 40;
  private static final int MOST_WORDS = 200;

  private final TextFields texts;

  SlotFields(TextFields texts) {
    this.texts = texts;
  }

  Slot read(String name, Fields fields) {
    fields.allowOnly(ANY);
    Slot slot =
        new Slot(
            name,
            kind(fields),
            texts.optional(fields, "ask"),
            texts.optional(fields, "again"),
            texts.optional(fields, "confirm"),
            fields.has("attempts") ? fields.number("attempts", 1, 10) : 3,
            fields.flag("secret", false),
            fields.flag("keep", false),
            fields.flag("optional", false));
    if (slot.secret() && !(slot.kind() instanceof SlotKind.Digits)) {
      fields.problem(fields.line("secret"), "`secret` is for digits.", "Expected `kind: digits`.");
    }
    if (slot.secret() && !slot.confirm().isEmpty()) {
      fields.problem(
          fields.line("confirm"),
          "The secret slot `" + name + "` would be read back.",
          "Leave `confirm` out.");
    }
    return slot;
  }

  private SlotKind kind(Fields fields) {
    String kind = fields.text("kind");
    onlyFor(fields, kind, "options", "choice");
    onlyFor(fields, kind, "currency", "amount");
    onlyFor(fields, kind, "least", "digits");
    return switch (kind) {
      case "digits" -> digits(fields);
      case "day" -> new SlotKind.Day();
      case "day-and-time" -> new SlotKind.DayAndTime();
      case "yes-no" -> new SlotKind.YesNo();
      case "choice" -> choice(fields);
      case "amount" -> new SlotKind.Amount(currency(fields));
      case "mail" -> new SlotKind.Mail();
      case "words" -> new SlotKind.FreeWords(most(fields, MOST_WORDS));
      default -> {
        if (!kind.isEmpty()) {
          fields.problem(
              fields.line("kind"),
              "There is no kind of slot `" + kind + "`.",
              "Expected " + Fields.near(kind, KINDS));
        }
        yield new SlotKind.FreeWords(MOST_WORDS);
      }
    };
  }

  private static void onlyFor(Fields fields, String kind, String key, String owner) {
    if (fields.has(key) && KINDS.contains(kind) && !kind.equals(owner)) {
      fields.problem(
          fields.line(key),
          "`" + key + "` is for slots of the kind " + owner + ", and this one is " + kind + ".",
          "Leave it out, or change the kind.");
    }
  }

  private static SlotKind digits(Fields fields) {
    int least = fields.has("least") ? fields.number("least", 1, LONGEST_NUMBER) : 1;
    int most = most(fields, LONGEST_NUMBER);
    if (least > most) {
      fields.problem(
          fields.line("least"),
          "`least` is " + least + " and `most` is " + most + ".",
          "Expected no more than `most`.");
    }
    return new SlotKind.Digits(least, Math.max(least, most));
  }

  private static int most(Fields fields, int bound) {
    return fields.has("most") ? fields.number("most", 1, bound) : bound;
  }

  private static String currency(Fields fields) {
    String code = fields.text("currency");
    boolean known =
        Currency.getAvailableCurrencies().stream()
            .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    if (!known && !code.isEmpty()) {
      fields.problem(
          fields.line("currency"),
          "`currency` is `" + code + "`.",
          "Expected a code of ISO 4217 such as EUR.");
    }
    return known ? code : "EUR";
  }

  private SlotKind choice(Fields fields) {
    Map<String, SlotKind.Option> options = new LinkedHashMap<>();
    Optional<Fields> below = fields.below("options");
    below.ifPresent(all -> {
      for (Map.Entry<String, Node> entry : all.all().entrySet()) {
        all.below(entry.getKey())
            .ifPresent(option -> {
              option.allowOnly(Set.of("say", "hear"));
              options.put(
                  entry.getKey(),
                  new SlotKind.Option(
                      texts.optional(option, "say"),
                      option.has("hear") ? texts.phrases(option, "hear") : Map.of()));
            });
      }
    });
    return new SlotKind.Choice(options);
  }
}
