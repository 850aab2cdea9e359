/// The check before anything is said or sent: a draft that a model or a template wrote, against
/// what it may rest on. [parley.dialogue.quality.QualityCheck] is the door.
@NullMarked
package parley.dialogue.quality;

import org.jspecify.annotations.NullMarked;
