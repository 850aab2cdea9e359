/// What customers and supervisors are written about what is left to be done.
@NullMarked
package parley.server.followup;

import org.jspecify.annotations.NullMarked;
