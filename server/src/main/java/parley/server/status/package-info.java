/// What the running server says of itself to the commands on the same machine.
@NullMarked
package parley.server.status;

import org.jspecify.annotations.NullMarked;
