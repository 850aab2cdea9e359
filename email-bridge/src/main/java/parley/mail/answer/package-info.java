/// What is to be said to a mail: the dialogue core's answer, or that a person is needed.
@NullMarked
package parley.mail.answer;

import org.jspecify.annotations.NullMarked;
