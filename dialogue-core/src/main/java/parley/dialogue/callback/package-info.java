/// What a conversation and the keeper of promises tell each other about calling somebody back.
@NullMarked
package parley.dialogue.callback;

import org.jspecify.annotations.NullMarked;
