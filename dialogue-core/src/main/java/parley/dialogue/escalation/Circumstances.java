package parley.dialogue.escalation;

import java.time.LocalDateTime;
import parley.dialogue.quality.Channel;

/// Where and when a turn was said, and by what kind of customer.
///
/// @param at at the site
/// @param tier what the site's own service calls the customer, once it has said who it is; or empty
public record Circumstances(LocalDateTime at, Channel channel, String tier) {}
