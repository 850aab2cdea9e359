package parley.gateway.phone;

/// How well sound travelled in one call.
///
/// @param sent packets that left
/// @param givenUp frames that did not leave in time
/// @param sendLateness how long after its time in the 20 ms schedule each frame left
/// @param received packets that arrived and were for this call
/// @param lost packets that never arrived, by their sequence numbers
/// @param dropped datagrams that were no RTP or not of this call
/// @param receiveJitter how much the time between two packets differed from 20 ms
public record MediaQuality(
    long sent,
    long givenUp,
    DelayHistogram sendLateness,
    long received,
    long lost,
    long reordered,
    long dropped,
    DelayHistogram receiveJitter) {}
