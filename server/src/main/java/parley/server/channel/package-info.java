/// What telephone lines do to sound, so that recordings can be heard as over one.
@NullMarked
package parley.server.channel;

import org.jspecify.annotations.NullMarked;
