/// `./parley eval language`: how well the languages of messages are told.
@NullMarked
package parley.server.eval.language;

import org.jspecify.annotations.NullMarked;
