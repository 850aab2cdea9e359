/// The mail that answers a mail, as bytes.
@NullMarked
package parley.mail.reply;

import org.jspecify.annotations.NullMarked;
