package parley.dialogue.prompts;

import java.util.List;
import java.util.Locale;

/// Every sentence that Parley says of its own, by its key in `config/prompts/*.yaml`, with the
/// placeholders that its wordings must hold.
public enum Prompt {
  GREETING("site"),
  RECORDING_NOTICE,
  HOW_CAN_I_HELP,
  EARLIER_CALL_BACK_DUE,
  EARLIER_NOT_HELPED,
  ANYTHING_ELSE,
  GO_AHEAD,
  WELCOME,
  CANCELLED,
  TAKE_YOUR_TIME,
  SLOWER,
  NOTHING_TO_REPEAT,
  GOODBYE,
  DID_NOT_CATCH,
  HELP,
  EXAMPLES,
  TOO_MANY_FAILURES,
  AS_I_WAS_SAYING("answer"),
  DO_YOU_MEAN("question"),
  CHOOSE("first", "second"),
  REPHRASE,
  CONFIRM_PERSON,
  CONFIRM_GOODBYE,
  OFFER_LANGUAGE("language"),
  ONLY_THIS_LANGUAGE("language"),
  LANGUAGES_HINT("languages"),
  LANGUAGE_CHANGED,
  YES_OR_NO,
  FALLBACK,
  LEAVE_MESSAGE,
  MESSAGE_GOODBYE,
  MACHINE_MESSAGE("site"),
  CALLBACK_BROKEN,
  FLOW_ONE_MOMENT,
  FLOW_STILL_LOOKING,
  FLOW_FAILED,
  FLOW_NOT_HERE,
  STILL_THERE,
  SILENCE_HELP,
  SILENCE_GOODBYE,
  CONNECTING,
  CONNECTING_URGENT,
  CONNECTING_SORRY,
  TRYING_NEXT,
  NO_ONE_FREE,
  OFFER_CALLBACK,
  ASK_NUMBER,
  NUMBER_NOT_USABLE,
  CONFIRM_NUMBER("number"),
  CALLBACK_PROMISED("number"),
  CALLBACK_PROMISED_SAME,
  NO_CALLBACK,
  UNANSWERED_GOODBYE,
  CANNOT_HEAR,
  PART_FAILED,
  PART_FAILED_GOODBYE,
  SUMMARY_ASKED("asked"),
  SUMMARY_NOTHING_ASKED,
  SUMMARY_ANGRY,
  SUMMARY_DISTRESS,
  SUMMARY_NUMBER("ending"),
  SUMMARY_CALL_BACK_DUE,
  SUMMARY_EARLIER("topic"),
  ENDING_ASKED("asked"),
  ENDING_NOTHING_ASKED,
  ENDING_ANSWERED,
  ENDING_NOT_ANSWERED,
  ENDING_SERVICE_FAILED("service"),
  ENDING_GOODBYE,
  ENDING_HANDED_OVER,
  ENDING_CALLBACK_PROMISED,
  ENDING_NOBODY_REACHED,
  ENDING_HUNG_UP,
  ENDING_SILENT,
  ENDING_NO_ROOM,
  ENDING_FAILED,
  MAIL_OPENING,
  MAIL_CLOSING("site"),
  MAIL_WORD("when"),
  MAIL_WORK;

  // One text, because an enum's fields must be immutable and a list cannot prove that it is.
  private final String placeholders;

  Prompt(String... placeholders) {
    this.placeholders = String.join(" ", placeholders);
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether it is only read: the sentences of summaries and of mails.
  boolean written() {
    return name().startsWith("ENDING_") || name().startsWith("MAIL_");
  }

  public List<String> placeholders() {
    return placeholders.isEmpty() ? List.of() : List.of(placeholders.split(" "));
  }
}
