/// Calendars out as files and busy times in over the network.
@NullMarked
package parley.callback.feed;

import org.jspecify.annotations.NullMarked;
