package parley.gateway.ami;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.EventTimeoutException;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.ResponseEvents;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.DbDelAction;
import org.asteriskjava.manager.action.DbGetAction;
import org.asteriskjava.manager.action.DbPutAction;
import org.asteriskjava.manager.action.ExtensionStateAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.MixMonitorAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.RedirectAction;
import org.asteriskjava.manager.event.ConnectEvent;
import org.asteriskjava.manager.event.DbGetResponseEvent;
import org.asteriskjava.manager.event.DeviceStateChangeEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.response.ExtensionStateResponse;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.config.Secret;
import parley.transfer.agent.PhoneState;

/// Asterisk's manager interface: the states of phones, and what ARI does not offer or does worse
/// (recording by MixMonitor, sending a channel elsewhere whatever it is doing, calls that belong to
/// no application).
///
/// Thread: any; every method blocks until Asterisk has answered, within the deadline. Errors:
/// [AmiException]. The connection is kept up by the library; each time it is up, the states of all
/// phones are told again.
public final class AmiControl implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AmiControl.class);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final DefaultManagerConnection connection;
  private final BiConsumer<String, PhoneState> phones;
  private final Duration deadline;
  private final CountDownLatch closing = new CountDownLatch(1);

  /// @param phones told each phone's state by its device name, such as `PJSIP/agent1`, on the
  ///   library's thread
  public AmiControl(
      String host,
      int port,
      String user,
      Secret password,
      Duration deadline,
      BiConsumer<String, PhoneState> phones) {
    this.connection = new DefaultManagerConnection(host, port, user, password.reveal());
    this.phones = phones;
    this.deadline = deadline;
    connection.setDefaultResponseTimeout(deadline.toMillis());
    connection.addEventListener(this::told);
  }

  /// Connects in the background and tries again until it works.
  public void start() {
    Thread _ = Thread.ofVirtual().name("ami-login").start(this::login);
  }

  public boolean isConnected() {
    return connection.getState() == ManagerConnectionState.CONNECTED;
  }

  private void login() {
    Duration wait = Duration.ofMillis(100);
    do {
      try {
        connection.login();
        LOG.info("Asterisk's manager interface is connected");
        listPhones();
        return;
      } catch (IOException | TimeoutException e) {
        LOG.debug("Asterisk's manager interface cannot be reached: {}", e.getMessage());
      } catch (AuthenticationFailedException e) {
        LOG.error(
            "Asterisk's manager interface refuses asterisk.ami-user with asterisk.ami-password");
      } catch (IllegalStateException e) {
        LOG.debug("Asterisk's manager interface is connecting", e);
      }
      wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
    } while (!isClosing(wait));
  }

  private boolean isClosing(Duration wait) {
    try {
      return closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void told(ManagerEvent event) {
    if (event instanceof DeviceStateChangeEvent change && change.getDevice() != null) {
      phones.accept(change.getDevice(), phoneState(change.getState()));
    } else if (event instanceof ConnectEvent && isConnected()) {
      // The library's reader thread must not wait for an answer that it would have to read itself.
      Thread _ = Thread.ofVirtual().name("ami-phones").start(this::listPhones);
    }
  }

  private void listPhones() {
    try {
      ManagerResponse _ = ask(new DeviceStateListAction());
    } catch (AmiException e) {
      LOG.warn("The phones' states are not known: {}", e.getMessage());
    }
  }

  /// Source: Asterisk 22, `ast_devstate_str`.
  static PhoneState phoneState(@Nullable String state) {
    return switch (state) {
      case null -> PhoneState.OFFLINE;
      case "NOT_INUSE" -> PhoneState.IDLE;
      case "RINGING" -> PhoneState.RINGING;
      case "INUSE", "BUSY", "RINGINUSE", "ONHOLD" -> PhoneState.IN_CALL;
      default -> PhoneState.OFFLINE;
    };
  }

  /// Records both sides of a channel into a WAV file that Asterisk writes, until the channel ends.
  public void mixMonitor(String channelName, String file) {
    ManagerResponse _ = ask(new MixMonitorAction(channelName, file));
  }

  /// Sends a channel to another place in the dialplan.
  public void redirect(String channelName, String context, String extension) {
    ManagerResponse _ = ask(new RedirectAction(channelName, context, extension, 1));
  }

  /// Calls a number and connects whoever answers to a place in the dialplan; returns when Asterisk
  /// has begun.
  public void originate(
      String endpoint,
      String context,
      String extension,
      String callerId,
      Duration ring,
      Map<String, String> variables) {
    OriginateAction action = new OriginateAction();
    action.setChannel(endpoint);
    action.setContext(context);
    action.setExten(extension);
    action.setPriority(1);
    action.setCallerId(callerId);
    action.setTimeout(ring.toMillis());
    action.setAsync(true);
    variables.forEach(action::setVariable);
    ManagerResponse _ = ask(action);
  }

  /// What AstDB holds; empty when there is no such key. (ARI has no way to AstDB.)
  public String stored(String family, String key) {
    try {
      ResponseEvents answer =
          connection.sendEventGeneratingAction(new DbGetAction(family, key), deadline.toMillis());
      return answer.getEvents().stream()
          .filter(DbGetResponseEvent.class::isInstance)
          .map(event -> ((DbGetResponseEvent) event).getVal())
          .findFirst()
          .orElse("");
    } catch (EventTimeoutException | IOException | IllegalStateException e) {
      throw new AmiException("Asterisk's manager interface did not answer DBGet", e);
    }
  }

  /// Keeps a value in AstDB, which outlives Asterisk.
  public void store(String family, String key, String value) {
    ManagerResponse _ = ask(new DbPutAction(family, key, value));
  }

  /// Deletes what AstDB holds; nothing when there is no such key.
  public void forget(String family, String key) {
    if (!stored(family, key).isEmpty()) {
      ManagerResponse _ = ask(new DbDelAction(family, key));
    }
  }

  /// The state of the phone behind an extension's hint.
  ///
  /// Source: Asterisk 22, `enum ast_extension_states`.
  public PhoneState extensionState(String context, String extension) {
    ManagerResponse answer = ask(new ExtensionStateAction(extension, context));
    Integer status = answer instanceof ExtensionStateResponse state ? state.getStatus() : null;
    if (status == null || status < 0 || status == 4) {
      return PhoneState.OFFLINE;
    }
    if (status == 0) {
      return PhoneState.IDLE;
    }
    return status == 8 ? PhoneState.RINGING : PhoneState.IN_CALL;
  }

  private ManagerResponse ask(ManagerAction action) {
    try {
      ManagerResponse answer = connection.sendAction(action, deadline.toMillis());
      if (answer instanceof ManagerError error) {
        throw new AmiException(
            "Asterisk refused %s: %s".formatted(action.getAction(), error.getMessage()));
      }
      return answer;
    } catch (IOException | TimeoutException | IllegalStateException e) {
      throw new AmiException(
          "Asterisk's manager interface did not answer " + action.getAction(), e);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      connection.logoff();
    } catch (IllegalStateException e) {
      LOG.debug("Asterisk's manager interface was not connected", e);
    }
  }
}
