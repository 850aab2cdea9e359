/// The private Asterisk: found or installed, configured from templates, started, watched, stopped.
@NullMarked
package parley.gateway.asterisk;

import org.jspecify.annotations.NullMarked;
