/// A small SIP telephone of Parley's own: it calls Parley as a caller would, reacts to what it
/// hears, and times every voiced frame in the RTP at its own side. `./parley call`, `./parley
/// bench` and the tests of real calls use it; no caller's call ever does. See
/// `docs/decisions/0003-own-test-phone.md`.
@NullMarked
package parley.gateway.phone;

import org.jspecify.annotations.NullMarked;
