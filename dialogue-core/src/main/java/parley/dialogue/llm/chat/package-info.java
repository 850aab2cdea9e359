/// The protocol of OpenAI's chat completions, streamed, with what protects us and the provider.
@NullMarked
package parley.dialogue.llm.chat;

import org.jspecify.annotations.NullMarked;
