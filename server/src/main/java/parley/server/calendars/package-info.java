/// The site's calendars, checked against its settings.
@NullMarked
package parley.server.calendars;

import org.jspecify.annotations.NullMarked;
