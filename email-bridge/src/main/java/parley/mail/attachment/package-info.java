/// Files in a mail: where they are kept, what they say, and whether they are harmless.
@NullMarked
package parley.mail.attachment;

import org.jspecify.annotations.NullMarked;
