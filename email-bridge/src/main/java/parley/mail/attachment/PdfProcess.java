package parley.mail.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import parley.dialogue.documents.PdfText;
import parley.mail.attachment.AttachmentText.NoWords;
import parley.mail.attachment.AttachmentText.Words;

/// Reads PDFs in a Java process of its own: a PDF of a few kilobytes can unpack to gigabytes, and
/// only a heap and a time of its own bound what a stranger's file costs.
///
/// Immutable; any thread; blocks.
final class PdfProcess {

  private final TextLimits limits;

  PdfProcess(TextLimits limits) {
    this.limits = limits;
  }

  AttachmentText read(Path file) throws IOException {
    Process process =
        new ProcessBuilder(command(file)).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    // The watch ends a process that neither writes nor ends: the read below would wait for ever.
    var watch =
        CompletableFuture.delayedExecutor(limits.pdfTime().toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture<Void> ended = CompletableFuture.runAsync(process::destroyForcibly, watch);
    try (InputStream out = process.getInputStream()) {
      process.getOutputStream().close();
      byte[] bytes = out.readNBytes(4 * limits.characters());
      return result(new String(bytes, StandardCharsets.UTF_8).strip(), exit(process));
    } finally {
      ended.cancel(false);
      process.destroyForcibly();
    }
  }

  private List<String> command(Path file) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + limits.pdfMemoryMegabytes() + "m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+ExitOnOutOfMemoryError",
        "-Djava.awt.headless=true",
        "-cp",
        System.getProperty("java.class.path"),
        PdfText.class.getName(),
        file.toAbsolutePath().toString(),
        Integer.toString(limits.characters()));
  }

  private static int exit(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  private AttachmentText result(String words, int exit) {
    if (exit != 0) {
      return new NoWords("It is no PDF that can be read within the limits.");
    }
    return words.isEmpty()
        ? new NoWords("It holds no words, only pictures of them.")
        : new Words(
            words.substring(0, Math.min(words.length(), limits.characters())),
            words.length() >= limits.characters());
  }
}
