/// Answers by a language model: what it is told, what comes back, and what becomes of failures.
@org.jspecify.annotations.NullMarked
package parley.dialogue.llm;
