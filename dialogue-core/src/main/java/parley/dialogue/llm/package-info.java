/// Answers by a language model: what it is told, what comes back, and what becomes of failures.
@NullMarked
package parley.dialogue.llm;

import org.jspecify.annotations.NullMarked;
