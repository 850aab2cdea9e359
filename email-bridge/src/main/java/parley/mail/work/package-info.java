/// What becomes of a mail: it is read, put to its thread, and answered or handed to a person.
@NullMarked
package parley.mail.work;

import org.jspecify.annotations.NullMarked;
