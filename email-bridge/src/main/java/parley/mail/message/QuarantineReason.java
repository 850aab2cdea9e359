package parley.mail.message;

/// Why a mail is put aside. Each names a limit in [ReadLimits] or a form that cannot be read.
public enum QuarantineReason {
  TOO_LARGE,
  LINE_TOO_LONG,
  HEADER_TOO_LARGE,
  TOO_MANY_PARTS,
  TOO_DEEP,
  TOO_MANY_ATTACHMENTS,
  ATTACHMENTS_TOO_LARGE,
  /// Its content is for the holder of a key.
  ENCRYPTED,
  /// It has no header at all.
  NO_MAIL,
  /// The reader itself failed: a fault of ours.
  UNREADABLE
}
