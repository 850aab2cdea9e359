package parley.dialogue.quality;

/// What can be wrong with a draft. The first group: something is in it that neither the sources nor
/// the conversation hold.
public enum Fault {
  UNGROUNDED_NUMBER,
  UNGROUNDED_AMOUNT,
  UNGROUNDED_PERCENT,
  UNGROUNDED_DATE,
  UNGROUNDED_TIME,
  UNGROUNDED_PHONE,
  UNGROUNDED_MAIL,
  UNGROUNDED_LINK,
  UNGROUNDED_NAME,
  /// Personal data of somebody who is not this customer.
  OTHERS_DATA,
  INSULT,
  /// Something is guaranteed that only the company can guarantee.
  PROMISE,
  LEGAL_ADVICE,
  MEDICAL_ADVICE,
  /// The reply tells how it was made: its instructions, that it is a model.
  INSTRUCTIONS,
  /// Lists, markdown, HTML, links, emoji: what a voice cannot say.
  MARKUP,
  LONG_REPLY,
  LONG_SENTENCE,
  OTHER_LANGUAGE,
  EMPTY
}
