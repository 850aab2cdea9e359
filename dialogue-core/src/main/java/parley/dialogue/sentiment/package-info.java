/// How a caller feels, turn by turn, and how that goes over a conversation. Anger and distress are
/// flags of their own: [parley.dialogue.understanding.Mood].
@NullMarked
package parley.dialogue.sentiment;

import org.jspecify.annotations.NullMarked;
