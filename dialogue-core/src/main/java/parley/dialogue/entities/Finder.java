package parley.dialogue.entities;

import java.util.List;

/// Finds one kind of entity. Pure, and linear in the length of the text: looks only a fixed number
/// of tokens ahead.
@FunctionalInterface
interface Finder {

  List<Find> find(Tokens tokens, CallerContext context);
}
