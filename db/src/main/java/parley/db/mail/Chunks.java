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
import org.jooq.Record1;

/// A mail's bytes in rows of [#SIZE] at most, so that a large one is never in memory as a whole.
/// Rows and not large objects: they go with their mail by the foreign key, and any backup has them.
final class Chunks {

  private static final int SIZE = 512 * 1024;

  private Chunks() {}

  static void write(DSLContext sql, UUID mail, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      int number = 0;
      for (byte[] piece = in.readNBytes(SIZE); piece.length > 0; piece = in.readNBytes(SIZE)) {
        sql.insertInto(MAIL_CHUNK)
            .set(MAIL_CHUNK.MAIL_ID, mail)
            .set(MAIL_CHUNK.NUMBER, number++)
            .set(MAIL_CHUNK.BYTES, piece)
            .execute();
      }
    }
  }

  static void copy(DSLContext sql, UUID mail, OutputStream to) throws IOException {
    for (int number = 0; ; number++) {
      Optional<byte[]> piece =
          sql.select(MAIL_CHUNK.BYTES)
              .from(MAIL_CHUNK)
              .where(MAIL_CHUNK.MAIL_ID.eq(mail).and(MAIL_CHUNK.NUMBER.eq(number)))
              .fetchOptional()
              .map(Record1::value1);
      if (piece.isEmpty()) {
        return;
      }
      to.write(piece.get());
    }
  }
}
