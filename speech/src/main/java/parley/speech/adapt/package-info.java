/// A site's own words for a speech model: its graphs are built again, the network stays.
@NullMarked
package parley.speech.adapt;

import org.jspecify.annotations.NullMarked;
