/// `./parley eval intents`: how well the intents of messages are found.
@NullMarked
package parley.server.eval.intents;

import org.jspecify.annotations.NullMarked;
