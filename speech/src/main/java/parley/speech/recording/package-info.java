/// The words of recordings that did not come over the telephone, such as a voice message in a mail.
@NullMarked
package parley.speech.recording;

import org.jspecify.annotations.NullMarked;
