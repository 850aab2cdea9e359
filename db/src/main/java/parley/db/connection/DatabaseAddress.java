package parley.db.connection;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import parley.config.Secret;

/// Where a PostgreSQL is and who we are there. `url` is JDBC's form, without user and password.
public record DatabaseAddress(String url, String user, @Nullable Secret password) {

  private static final String JDBC = "jdbc:";
  private static final String EXAMPLE = "jdbc:postgresql://HOST:5432/NAME";

  /// Reads a URL as people write it: `jdbc:postgresql://host/name`, or `postgresql://` and
  /// `postgres://`, which may carry user and password; those win over the arguments.
  public static DatabaseAddress of(String url, String user, @Nullable Secret password) {
    if (url.startsWith(JDBC + "postgresql:")) {
      return new DatabaseAddress(url, user, password);
    }
    if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
      throw wrong(url);
    }
    try {
      URI uri = new URI(url);
      if (uri.getHost() == null) {
        throw wrong(url);
      }
      String userInfo = uri.getUserInfo() == null ? user : uri.getUserInfo();
      int colon = userInfo.indexOf(':');
      return new DatabaseAddress(
          new URI(
                  "postgresql",
                  null,
                  uri.getHost(),
                  uri.getPort(),
                  uri.getPath(),
                  uri.getQuery(),
                  null)
              .toString()
              .transform(JDBC::concat),
          colon < 0 ? userInfo : userInfo.substring(0, colon),
          colon < 0 ? password : new Secret(userInfo.substring(colon + 1)));
    } catch (URISyntaxException e) {
      // Its message repeats the URL, which may hold a password.
      throw wrong(url);
    }
  }

  /// The URL for messages: parameters may hold secrets and are left out.
  public String shown() {
    int parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }

  @Override
  public String toString() {
    return user + " at " + shown();
  }

  private static DatabaseException wrong(String url) {
    int scheme = url.indexOf(':');
    return new DatabaseException(
        "The database URL must look like "
            + EXAMPLE
            + (scheme < 0 ? "" : ", but begins with " + url.substring(0, scheme + 1))
            + ": correct database.url.");
  }
}
