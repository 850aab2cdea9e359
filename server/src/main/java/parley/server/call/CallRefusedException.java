package parley.server.call;

import parley.gateway.phone.DialResult;

/// A call was not answered. The message is one sentence for the operator.
public final class CallRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CallRefusedException(String message) {
    super(message);
  }

  static CallRefusedException of(String extension, DialResult result) {
    return new CallRefusedException(
        switch (result) {
          case DialResult.Refused(int status, String reason) ->
              "The call to "
                  + extension
                  + " was refused: "
                  + status
                  + " "
                  + reason
                  + (status == 404 ? "; no such extension, try --to." : ".");
          case DialResult.NotAnswered() -> "Nobody answered at " + extension + ".";
          case DialResult.Unreachable() ->
              "Asterisk does not answer SIP: is `./parley up` running? `./parley doctor` tells.";
          case DialResult.Cancelled(), DialResult.Answered(long _) ->
              "The call to " + extension + " ended before it began.";
        });
  }
}
