package parley.mail.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The customer's mails of a thread before the one that is dealt with. They are read when they are
/// asked for, since most decisions need none of them. Thread: one.
final class EarlierMails {

  static final EarlierMails NONE = new EarlierMails();

  private static final int MOST = 10;

  private final Supplier<List<MailWork.Earlier>> find;
  private final Reader reader;
  private @Nullable List<MailWork.Earlier> found;

  /// What reading needs.
  interface Reader {
    /// Empty where it is not kept or cannot be read.
    Optional<Incoming> read(UUID mail) throws IOException;

    /// What the customer said, as it was kept.
    List<String> said(int most);
  }

  private EarlierMails() {
    this(
        List::of,
        new Reader() {
          @Override
          public Optional<Incoming> read(UUID mail) {
            return Optional.empty();
          }

          @Override
          public List<String> said(int most) {
            return List.of();
          }
        });
  }

  EarlierMails(Supplier<List<MailWork.Earlier>> find, Reader reader) {
    this.find = find;
    this.reader = reader;
  }

  static EarlierMails of(MailWork work, Reading reading, UUID thread, UUID before) {
    return new EarlierMails(
        () -> work.earlier(thread, before, MOST),
        new Reader() {
          @Override
          public Optional<Incoming> read(UUID mail) throws IOException {
            return reading.again(mail);
          }

          @Override
          public List<String> said(int most) {
            return work.said(thread, most);
          }
        });
  }

  /// What the customer wrote, oldest first; as it was kept, without personal data, where the mails
  /// themselves are gone.
  List<String> words() {
    List<String> words = new ArrayList<>();
    for (MailWork.Earlier mail : mails()) {
      Optional<Incoming> read = read(mail);
      if (read.isEmpty()) {
        return reader.said(MOST);
      }
      words.add(read.get().words());
    }
    return words;
  }

  /// The newest one, where it can be read.
  Optional<Incoming> last() {
    return mails().isEmpty() ? Optional.empty() : read(mails().getLast());
  }

  /// Its Message-ID; empty where there is none.
  String lastId() {
    return mails().isEmpty() ? "" : mails().getLast().messageId();
  }

  private List<MailWork.Earlier> mails() {
    if (found == null) {
      found = List.copyOf(find.get());
    }
    return found;
  }

  private Optional<Incoming> read(MailWork.Earlier mail) {
    try {
      return mail.kept() ? reader.read(mail.id()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("An earlier mail cannot be read", e);
    }
  }
}
