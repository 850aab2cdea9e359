@NullMarked
package parley.speech.recognize;

import org.jspecify.annotations.NullMarked;
