/// The protocol of OpenAI's chat completions, streamed, with what protects us and the provider.
@org.jspecify.annotations.NullMarked
package parley.dialogue.llm.chat;
