@NullMarked
package parley.transfer.whisper;

import org.jspecify.annotations.NullMarked;
