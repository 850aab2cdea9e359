@NullMarked
package parley.dialogue.conversation;

import org.jspecify.annotations.NullMarked;
