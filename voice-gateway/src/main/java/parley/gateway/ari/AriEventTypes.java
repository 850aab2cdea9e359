package parley.gateway.ari;

import java.util.Set;

/// The kinds of ARI events that Asterisk 22 documents: anything else is worth one line in the log.
///
/// Source: Asterisk 22, `rest-api/api-docs/events.json`.
final class AriEventTypes {

  static final Set<String> KNOWN =
      Set.of(
          "ApplicationMoveFailed",
          "ApplicationRegistered",
          "ApplicationReplaced",
          "ApplicationUnregistered",
          "BridgeAttendedTransfer",
          "BridgeBlindTransfer",
          "BridgeCreated",
          "BridgeDestroyed",
          "BridgeMerged",
          "BridgeVideoSourceChanged",
          "ChannelCallerId",
          "ChannelConnectedLine",
          "ChannelCreated",
          "ChannelDestroyed",
          "ChannelDialplan",
          "ChannelDtmfReceived",
          "ChannelEnteredBridge",
          "ChannelHangupRequest",
          "ChannelHold",
          "ChannelLeftBridge",
          "ChannelStateChange",
          "ChannelTalkingFinished",
          "ChannelTalkingStarted",
          "ChannelToneDetected",
          "ChannelTransfer",
          "ChannelUnhold",
          "ChannelUserevent",
          "ChannelVarset",
          "ContactStatusChange",
          "DeviceStateChanged",
          "Dial",
          "EndpointStateChange",
          "PeerStatusChange",
          "PlaybackContinuing",
          "PlaybackFinished",
          "PlaybackStarted",
          "RecordingFailed",
          "RecordingFinished",
          "RecordingStarted",
          "StasisEnd",
          "StasisStart",
          "TextMessageReceived");

  private AriEventTypes() {}
}
