/// `./parley eval sentiment`: how well moods are judged.
@NullMarked
package parley.server.eval.sentiment;

import org.jspecify.annotations.NullMarked;
