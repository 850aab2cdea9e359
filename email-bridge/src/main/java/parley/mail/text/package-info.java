/// The words of a mail: characters from bytes, lines from HTML, and what the sender wrote anew.
@NullMarked
package parley.mail.text;

import org.jspecify.annotations.NullMarked;
