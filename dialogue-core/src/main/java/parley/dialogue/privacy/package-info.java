/// Personal data in what is said and written: found and masked. A new kind of data is a
/// [parley.dialogue.privacy.PersonalKind] and a finder that [parley.dialogue.privacy.PersonalData]
/// asks.
@NullMarked
package parley.dialogue.privacy;

import org.jspecify.annotations.NullMarked;
