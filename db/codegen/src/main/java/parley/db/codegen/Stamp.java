package parley.db.codegen;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// What the generated classes were made from: every migration, this generator and its jOOQ. A hash
/// and not file times, because a checkout of another branch changes files to older times.
record Stamp(String hash) {

  private static final String FILE = ".made-from";

  static Stamp of(Path migrations, String packageName) throws IOException {
    MessageDigest digest = sha256();
    digest.update(packageName.getBytes(StandardCharsets.UTF_8));
    digest.update(org.jooq.Constants.FULL_VERSION.getBytes(StandardCharsets.UTF_8));
    try (InputStream generator = Gen.class.getResourceAsStream("Gen.class")) {
      if (generator != null) {
        drain(generator, digest);
      }
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(migrations)) {
      files = all.sorted().toList();
    }
    for (Path file : files) {
      digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
      try (InputStream migration = Files.newInputStream(file)) {
        drain(migration, digest);
      }
    }
    return new Stamp(HexFormat.of().formatHex(digest.digest()));
  }

  boolean isIn(Path target) throws IOException {
    Path file = target.resolve(FILE);
    return Files.exists(file) && Files.readString(file).equals(hash);
  }

  void writeTo(Path target) throws IOException {
    Files.writeString(target.resolve(FILE), hash);
  }

  private static void drain(InputStream in, MessageDigest digest) throws IOException {
    new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
