package vos.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what is typed into commands and words: commands end at a line end or a semicolon, words at blanks. Single or
 * double quotes keep blanks and semicolons together; a backslash is an ordinary character, as it is in names from
 * Windows. A line that begins with {@code #} is a comment.
 */
final class CommandLexer {
    private static final char NONE = 0;

    private final List<List<String>> commands = new ArrayList<>();
    private List<String> words = new ArrayList<>();
    private StringBuilder word;
    private char quote = NONE;

    private CommandLexer() {
    }

    /**
     * The commands of {@code text}, each a list of at least one word.
     *
     * @throws UsageException when a quote is not closed
     */
    static List<List<String>> commands(String text) throws UsageException {
        var lexer = new CommandLexer();
        for (String line : text.split("\\R")) {
            if (!line.stripLeading().startsWith("#")) {
                lexer.line(line);
            }
        }
        return lexer.commands;
    }

    private void line(String line) throws UsageException {
        line.chars().forEach(c -> character((char) c));
        if (quote != NONE) {
            throw new UsageException("a quote " + quote + " is not closed: " + line);
        }
        endCommand();
    }

    private void character(char c) {
        if (quote != NONE) {
            quoted(c);
        } else if (c == '"' || c == '\'') {
            quote = c;
            word().append("");
        } else if (c == ';') {
            endCommand();
        } else if (Character.isWhitespace(c)) {
            endWord();
        } else {
            word().append(c);
        }
    }

    private void quoted(char c) {
        if (c == quote) {
            quote = NONE;
        } else {
            word().append(c);
        }
    }

    /** The word that is being read; {@code ""} in quotes is a word too. */
    private StringBuilder word() {
        if (word == null) {
            word = new StringBuilder();
        }
        return word;
    }

    private void endWord() {
        if (word != null) {
            words.add(word.toString());
            word = null;
        }
    }

    private void endCommand() {
        endWord();
        if (!words.isEmpty()) {
            commands.add(words);
            words = new ArrayList<>();
        }
    }
}
