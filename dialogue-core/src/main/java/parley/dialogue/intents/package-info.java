/// What a message wants: one of the intents that the site has given examples of, or none of them.
@NullMarked
package parley.dialogue.intents;

import org.jspecify.annotations.NullMarked;
