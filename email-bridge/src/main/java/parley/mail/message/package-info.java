/// What a mail is: read from its bytes, within limits.
@NullMarked
package parley.mail.message;

import org.jspecify.annotations.NullMarked;
