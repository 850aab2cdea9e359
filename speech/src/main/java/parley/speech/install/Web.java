package parley.speech.install;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.net.ssl.SSLException;

/// Gets documents from servers and, as if one had sent them, from files. Every wait has an end.
/// Thread: any.
final class Web implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int MOST_REDIRECTS = 5;

  private final HttpClient client;
  private final Duration stall;

  /// @param stall how long a server may send nothing before it is given up
  Web(HttpClient client, Duration stall) {
    this.client = client;
    this.stall = stall;
  }

  /// Redirects are followed here and not by the client, so that each address is checked.
  static HttpClient.Builder builder() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT);
  }

  /// What came back. The body has to be closed.
  record Answer(URI from, int status, HttpHeaders headers, WatchedBody body)
      implements AutoCloseable {

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    @Override
    public void close() {
      body.close();
    }
  }

  /// @throws InstallException when the address is not allowed or nobody answers there
  Answer get(URI address, Map<String, String> headers) throws InterruptedException {
    Address.check(address);
    URI at = address;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      Answer answer = Address.isFile(at) ? open(at) : send(at, headers);
      String location = answer.header("location");
      if (!REDIRECTS.contains(answer.status()) || location.isEmpty()) {
        return answer;
      }
      answer.close();
      URI next = resolve(at, location);
      Address.checkNamedBy(at, next);
      at = next;
    }
    throw new InstallException(
        Address.plain(address) + " is redirected again and again; correct speech.model-list");
  }

  /// A whole small document.
  byte[] document(URI address, int mostBytes) throws InterruptedException {
    try (Answer answer = get(address, Map.of())) {
      if (answer.status() != 200) {
        throw refused(address, answer.status());
      }
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 << 14];
      for (int n = answer.body().read(buffer); n >= 0; n = answer.body().read(buffer)) {
        all.write(buffer, 0, n);
        if (all.size() > mostBytes) {
          throw new InstallException(
              Address.plain(address)
                  + " is longer than "
                  + Megabytes.of(mostBytes)
                  + "; correct speech.model-list");
        }
      }
      return all.toByteArray();
    } catch (IOException broken) {
      throw unreachable(address, broken);
    }
  }

  static InstallException refused(URI address, int status) {
    return new InstallException(
        Address.plain(address)
            + " cannot be had: the server answered with status "
            + status
            + "; look whether it has moved, or set speech.model-list to a mirror");
  }

  private Answer send(URI address, Map<String, String> headers) throws InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(stall).GET();
    headers.forEach(request::header);
    try {
      HttpResponse<InputStream> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      WatchedBody body = new WatchedBody(response.body(), stall);
      return new Answer(address, response.statusCode(), response.headers(), body);
    } catch (IOException failed) {
      throw unreachable(address, failed);
    }
  }

  private Answer open(URI address) {
    try {
      InputStream file = Files.newInputStream(Path.of(address));
      HttpHeaders none = HttpHeaders.of(Map.of(), (_, _) -> true);
      return new Answer(address, 200, none, new WatchedBody(file, stall));
    } catch (IOException | IllegalArgumentException failed) {
      throw new InstallException(
          Address.plain(address)
              + " cannot be read ("
              + failed.getClass().getSimpleName()
              + "); correct speech.model-list or what it names",
          failed);
    }
  }

  private static URI resolve(URI at, String location) {
    try {
      return at.resolve(location);
    } catch (IllegalArgumentException noAddress) {
      throw new InstallException(
          Address.plain(at) + " is redirected to something that is no address", noAddress);
    }
  }

  private static InstallException unreachable(URI address, IOException why) {
    String reason =
        switch (why) {
          case HttpTimeoutException _ -> "no answer in time";
          case SSLException _ -> "no safe connection: " + why.getMessage();
          default -> Objects.requireNonNullElse(why.getMessage(), why.getClass().getSimpleName());
        };
    return new InstallException(
        Address.plain(address)
            + " cannot be reached ("
            + reason
            + "); check the network, set speech.model-list to a mirror, or fetch the zip elsewhere"
            + " and give it with --from FILE.zip",
        why);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
