package parley.db.mail;

import static parley.db.jooq.Tables.MAIL_CHUNK;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record2;
import parley.dialogue.sealing.Sealing;

/// A mail's bytes in rows of [#SIZE] at most, so that a large one is never in memory as a whole.
/// Rows and not large objects: they go with their mail by the foreign key, and any backup has them.
/// Each row is sealed by itself where mails are kept sealed. Thread: any.
final class Chunks {

  private static final int SIZE = 512 * 1024;

  private final Optional<Sealing> sealing;

  /// @param sealing seals what is written, and opens what was; empty: neither
  Chunks(Optional<Sealing> sealing) {
    this.sealing = sealing;
  }

  void write(DSLContext sql, UUID mail, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      int number = 0;
      for (byte[] piece = in.readNBytes(SIZE); piece.length > 0; piece = in.readNBytes(SIZE)) {
        sql.insertInto(MAIL_CHUNK)
            .set(MAIL_CHUNK.MAIL_ID, mail)
            .set(MAIL_CHUNK.NUMBER, number)
            .set(MAIL_CHUNK.BYTES, sealed(mail, number, piece))
            .set(MAIL_CHUNK.SEALED, sealing.isPresent())
            .execute();
        number++;
      }
    }
  }

  private byte[] sealed(UUID mail, int number, byte[] piece) {
    return sealing.map(seal -> seal.seal(piece, context(mail, number))).orElse(piece);
  }

  /// @return false where nothing of it is there, or it cannot be opened without the key
  boolean copy(DSLContext sql, UUID mail, OutputStream to) throws IOException {
    for (int number = 0; ; number++) {
      Optional<Record2<byte[], Boolean>> row =
          sql.select(MAIL_CHUNK.BYTES, MAIL_CHUNK.SEALED)
              .from(MAIL_CHUNK)
              .where(MAIL_CHUNK.MAIL_ID.eq(mail).and(MAIL_CHUNK.NUMBER.eq(number)))
              .fetchOptional();
      if (row.isEmpty()) {
        return number > 0;
      }
      byte[] piece = row.get().value1();
      if (!row.get().value2()) {
        to.write(piece);
      } else if (sealing.isPresent()) {
        to.write(sealing.get().open(piece, context(mail, number)));
      } else {
        return false;
      }
    }
  }

  private static String context(UUID mail, int number) {
    return "mail " + mail + ", piece " + number;
  }
}
