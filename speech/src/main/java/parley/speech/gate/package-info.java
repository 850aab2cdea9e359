/// Is anyone speaking? Pure signal processing, one frame in, one answer out.
@NullMarked
package parley.speech.gate;

import org.jspecify.annotations.NullMarked;
