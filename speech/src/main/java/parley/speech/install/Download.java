package parley.speech.install;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Brings a model's zip to this machine, going on from what an earlier try left. Thread: one.
final class Download {
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int NOT_SATISFIABLE = 416;

  private final Web web;
  private final VendorModel model;
  private final PartFile part;
  private final InstallProgress progress;

  Download(Web web, VendorModel model, PartFile part, InstallProgress progress) {
    this.web = web;
    this.model = model;
    this.part = part;
    this.progress = progress;
  }

  /// Returns when the part has as many bytes as the list says. On failure the part stays, unless it
  /// can never become the right file.
  void complete(InstallFolders folders) throws InterruptedException {
    long there = part.length();
    if (there == model.size()) {
      return;
    }
    folders.needSpace(model.size() - Math.min(there, model.size()));
    Optional<String> validator = part.validator(model.url());
    if (there == 0 || there > model.size() || validator.isEmpty() || !goOn(validator.get())) {
      startOver();
    }
  }

  /// @return false when the server cannot go on from there
  private boolean goOn(String validator) throws InterruptedException {
    long there = part.length();
    Map<String, String> headers = Map.of("Range", "bytes=" + there + "-", "If-Range", validator);
    try (Web.Answer answer = web.get(model.url(), headers)) {
      switch (answer.status()) {
        case PARTIAL -> {
          if (!part.continuedBy(answer)) {
            return false;
          }
          progress.line("%s: going on from %s".formatted(model.name(), Megabytes.of(there)));
          receive(answer);
        }
        case OK -> beginWith(answer);
        case NOT_SATISFIABLE -> {
          return false;
        }
        default -> throw Web.refused(model.url(), answer.status());
      }
      return true;
    }
  }

  private void startOver() throws InterruptedException {
    try (Web.Answer answer = web.get(model.url(), Map.of())) {
      if (answer.status() != OK) {
        throw Web.refused(model.url(), answer.status());
      }
      beginWith(answer);
    }
  }

  private void beginWith(Web.Answer answer) throws InterruptedException {
    part.begin(model.url(), answer);
    long offered = answer.headers().firstValueAsLong("content-length").orElse(model.size());
    if (offered != model.size()) {
      throw wrongSize(Long.toString(offered));
    }
    receive(answer);
  }

  private void receive(Web.Answer answer) throws InterruptedException {
    long there = part.length();
    DownloadProgress said = new DownloadProgress(progress, model.name(), model.size());
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = part.append()) {
      for (int n = read(answer, buffer); n >= 0; n = read(answer, buffer)) {
        there += n;
        if (there > model.size()) {
          throw wrongSize("more than " + model.size());
        }
        out.write(buffer, 0, n);
        said.at(there);
      }
    } catch (IOException failed) {
      Interrupts.check();
      throw InstallFolders.unwritable(part.path(), failed);
    }
    if (there < model.size()) {
      throw cut("it ended early", null);
    }
  }

  private int read(Web.Answer answer, byte[] buffer) throws InterruptedException {
    try {
      return answer.body().read(buffer);
    } catch (IOException broken) {
      throw cut(
          Objects.requireNonNullElse(broken.getMessage(), broken.getClass().getSimpleName()),
          broken);
    }
  }

  private InstallException cut(String why, @Nullable IOException cause) {
    return new InstallException(
        "The download of %s broke off after %s of %s (%s); the same command resumes it"
            .formatted(model.name(), Megabytes.of(part.length()), Megabytes.of(model.size()), why),
        cause);
  }

  private InstallException wrongSize(String offered) {
    part.delete();
    return new InstallException(
        "%s has the wrong size: the list says %d bytes, the server has %s; nothing was kept, try again later or use another list with speech.model-list"
            .formatted(Address.plain(model.url()), model.size(), offered));
  }
}
