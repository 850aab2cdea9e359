package parley.dialogue.files;

/// One thing that is wrong in a file that people edit: where, what, what was expected and what to
/// do. `line` 0 means the file as a whole.
public record Problem(String file, int line, String what, String remedy) {

  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + what + " " + remedy;
  }
}
