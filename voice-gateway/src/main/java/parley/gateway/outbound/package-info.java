/// Calls that Parley makes: dialled once by Asterisk, talked by a call session as any other, and
/// told afterwards, also to a process that took the work over.
@NullMarked
package parley.gateway.outbound;

import org.jspecify.annotations.NullMarked;
