/// The values in a mail's header: addresses, identifiers, encoded words and parameters.
@NullMarked
package parley.mail.header;

import org.jspecify.annotations.NullMarked;
