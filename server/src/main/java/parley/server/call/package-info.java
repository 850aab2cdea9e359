/// `./parley call`: a caller made of WAV files.
@NullMarked
package parley.server.call;

import org.jspecify.annotations.NullMarked;
