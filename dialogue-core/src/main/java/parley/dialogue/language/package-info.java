/// Which language a message is in, and when a conversation changes its language.
@NullMarked
package parley.dialogue.language;

import org.jspecify.annotations.NullMarked;
