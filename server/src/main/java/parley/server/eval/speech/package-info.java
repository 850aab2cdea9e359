/// `./parley eval speech`: how well recordings are heard.
@NullMarked
package parley.server.eval.speech;

import org.jspecify.annotations.NullMarked;
