package parley.gateway.ami;

import org.asteriskjava.manager.action.AbstractManagerAction;

/// Asks for the state of every device; Asterisk-Java 3.42 lacks it. The answers come as
/// DeviceStateChange events.
public final class DeviceStateListAction extends AbstractManagerAction {
  private static final long serialVersionUID = 1L;

  @Override
  public String getAction() {
    return "DeviceStateList";
  }
}
