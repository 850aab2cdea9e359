package parley.dialogue.flows;

/// Something that a flow needs to know: told by the caller, or by a service.
///
/// @param ask the question; none when only a service fills it
/// @param again the question after an answer that could not be used
/// @param confirm the value read back; none when that is not worth a turn
/// @param attempts so many unusable answers bring in a person
/// @param secret keys and words of the answer are not kept anywhere
/// @param keep whether a service's value is known for the rest of the call
/// @param optional whether a service may leave it out
public record Slot(
    String name,
    SlotKind kind,
    FlowText ask,
    FlowText again,
    FlowText confirm,
    int attempts,
    boolean secret,
    boolean keep,
    boolean optional) {}
