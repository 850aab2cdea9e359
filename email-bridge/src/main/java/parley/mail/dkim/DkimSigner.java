package parley.mail.dkim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import parley.config.MailboxSettings.Dkim;

/// Signs mails for a domain (RFC 6376, `relaxed/relaxed`; rsa-sha256 or, by the key, ed25519-sha256
/// of RFC 8463). Immutable; any thread.
public final class DkimSigner {

  /// What a reader sees or a program acts on. Names that a mail lacks are signed as well, and two
  /// of them twice, so that nobody can add one.
  private static final List<String> SIGNED =
      List.of(
          "from",
          "to",
          "subject",
          "date",
          "message-id",
          "reply-to",
          "in-reply-to",
          "references",
          "auto-submitted",
          "mime-version",
          "content-type",
          "content-transfer-encoding",
          "from",
          "subject");

  private static final String LINE = "\r\n";
  private static final int LINE_LETTERS = 72;

  private final Dkim settings;
  private final DkimKey key;

  private DkimSigner(Dkim settings, DkimKey key) {
    this.settings = settings;
    this.key = key;
  }

  /// Reads the key.
  ///
  /// @throws DkimKeyException when it cannot be used
  public static DkimSigner of(Dkim settings) {
    return new DkimSigner(settings, DkimKey.read(settings.keyFile()));
  }

  /// Such as `ed25519-sha256`.
  public String algorithm() {
    return key.algorithm();
  }

  /// The mail with a signature above it.
  ///
  /// @param mail with CR LF between lines
  /// @param at in the signature; receivers show it
  public byte[] signed(byte[] mail, Instant at) {
    String text = new String(mail, StandardCharsets.ISO_8859_1);
    int end = text.indexOf(LINE + LINE);
    String header = end < 0 ? text : text.substring(0, end);
    String body = end < 0 ? "" : text.substring(end + 2 * LINE.length());
    String unsigned = unsigned(Base64.getEncoder().encodeToString(sha256(Relaxed.body(body))), at);
    String signature = signature(Relaxed.fields(header), SIGNED, unsigned, key);
    ByteArrayOutputStream all = new ByteArrayOutputStream(mail.length + 1000);
    all.writeBytes((unsigned + folded(signature) + LINE).getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(mail);
    return all.toByteArray();
  }

  private String unsigned(String bodyHash, Instant at) {
    return "DKIM-Signature: v=1; a=%s; c=relaxed/relaxed; d=%s; s=%s;%s\tt=%d;%s\th=%s;%s\tbh=%s;%s\tb="
        .formatted(
            key.algorithm(),
            settings.domain(),
            settings.selector(),
            LINE,
            at.getEpochSecond(),
            LINE,
            String.join(":", SIGNED).replaceAll("(.{1,60}:)(?=.)", "$1" + LINE + "\t "),
            LINE,
            bodyHash,
            LINE);
  }

  /// RFC 6376, 3.7: the fields that are named, the last of a name first; then the signature itself
  /// with nothing behind `b=`.
  static String signature(List<String> fields, List<String> names, String unsigned, DkimKey key) {
    List<String> left = new ArrayList<>(fields);
    StringBuilder signed = new StringBuilder();
    for (String name : names) {
      for (int at = left.size() - 1; at >= 0; at--) {
        if (Relaxed.name(left.get(at)).equals(name)) {
          signed.append(Relaxed.field(left.remove(at))).append(LINE);
          break;
        }
      }
    }
    signed.append(Relaxed.field(unsigned));
    byte[] bytes = signed.toString().getBytes(StandardCharsets.ISO_8859_1);
    return Base64.getEncoder().encodeToString(key.sign(bytes, sha256(bytes)));
  }

  private static String folded(String signature) {
    return signature.replaceAll("(.{" + LINE_LETTERS + "})(?=.)", "$1" + LINE + "\t ");
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
