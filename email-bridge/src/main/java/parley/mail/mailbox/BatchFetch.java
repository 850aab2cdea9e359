package parley.mail.mailbox;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;

/// Many small mails with two commands: one for their sizes, one for their bytes. Mail by mail, a
/// server that is 40 ms away takes a quarter of a second for each.
///
/// Thread: the folder's owner.
final class BatchFetch {

  /// A larger mail is fetched by itself, in pieces.
  private static final int SMALL = 64 * 1024;

  private static final int MOST_AT_ONCE = 1 << 20;

  private BatchFetch() {}

  /// The bytes of those mails that are small, as they lie on the server, until a batch is full. A
  /// mail that is missing is large, is gone, or did not fit.
  static Map<Long, byte[]> small(IMAPFolder folder, List<Long> uids) throws MessagingException {
    Map<Long, Integer> sizes = sizes(folder, uids);
    List<Long> small = new ArrayList<>();
    int total = 0;
    for (long uid : uids) {
      Integer size = sizes.get(uid);
      if (size != null && size <= SMALL && total + size <= MOST_AT_ONCE) {
        total += size;
        small.add(uid);
      }
    }
    return bytes(folder, small);
  }

  private static Map<Long, Integer> sizes(IMAPFolder folder, List<Long> uids)
      throws MessagingException {
    Map<Long, Integer> sizes = new HashMap<>();
    for (FetchResponse mail : fetch(folder, uids, "RFC822.SIZE")) {
      UID uid = mail.getItem(UID.class);
      RFC822SIZE size = mail.getItem(RFC822SIZE.class);
      if (uid != null && size != null) {
        sizes.put(uid.uid, (int) size.size);
      }
    }
    return sizes;
  }

  private static Map<Long, byte[]> bytes(IMAPFolder folder, List<Long> uids)
      throws MessagingException {
    Map<Long, byte[]> bytes = new HashMap<>();
    // PEEK: fetching must not mark a mail as read before it is recorded.
    for (FetchResponse mail : fetch(folder, uids, "BODY.PEEK[]")) {
      UID uid = mail.getItem(UID.class);
      BODY body = mail.getItem(BODY.class);
      ByteArray raw = body == null ? null : body.getByteArray();
      if (uid != null && raw != null) {
        bytes.put(uid.uid, raw.getNewBytes());
      }
    }
    return bytes;
  }

  private static List<FetchResponse> fetch(IMAPFolder folder, List<Long> uids, String item)
      throws MessagingException {
    if (uids.isEmpty()) {
      return List.of();
    }
    String set = uids.stream().map(uid -> Long.toString(uid)).collect(Collectors.joining(","));
    List<FetchResponse> mails = new ArrayList<>();
    Object _ =
        folder.doCommand(protocol -> {
          command(protocol, "UID FETCH " + set + " (UID " + item + ")", mails);
          return mails;
        });
    return mails;
  }

  private static void command(IMAPProtocol protocol, String command, List<FetchResponse> mails)
      throws ProtocolException {
    Response[] responses = protocol.command(command, null);
    for (Response response : responses) {
      if (response instanceof FetchResponse mail) {
        mails.add(mail);
      }
    }
    // Among them can be word of a mail that has come meanwhile.
    protocol.notifyResponseHandlers(responses);
    protocol.handleResult(responses[responses.length - 1]);
  }
}
