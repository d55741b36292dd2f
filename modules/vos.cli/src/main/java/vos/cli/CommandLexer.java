package vos.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what is typed into commands and words: commands end at a line end or a semicolon, words at blanks. Single or
 * double quotes keep blanks and semicolons together; a backslash is an ordinary character, as it is in names from
 * Windows. A line that begins with {@code #} is a comment.
 *
 * <p>Where a server has a shell of its own, a backslash still stands in the words, but what it stands before ends
 * neither a command nor a quote, as that shell would have it.
 */
final class CommandLexer {
    private static final char NONE = 0;

    private final boolean escapes;
    private final List<Typed> commands = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private List<String> words = new ArrayList<>();
    private StringBuilder word;
    private char quote = NONE;
    private boolean escaped;

    /**
     * One command.
     *
     * @param words at least one, without the quotes
     * @param text as it was typed, without blanks around it
     */
    record Typed(List<String> words, String text) {
    }

    private CommandLexer(boolean escapes) {
        this.escapes = escapes;
    }

    /**
     * The commands of {@code text}.
     *
     * @param escapes whether a backslash protects what stands behind it
     * @throws UsageException when a quote is not closed
     */
    static List<Typed> commands(String text, boolean escapes) throws UsageException {
        var lexer = new CommandLexer(escapes);
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
        escaped = false;
        endCommand();
    }

    private void character(char c) {
        boolean ends = !escaped && quote == NONE && c == ';';
        if (!ends) {
            text.append(c);
        }
        if (escaped) {
            escaped = false;
            word().append(c);
        } else if (escapes && c == '\\' && quote != '\'') {
            escaped = true;
            word().append(c);
        } else if (quote != NONE) {
            quoted(c);
        } else if (c == '"' || c == '\'') {
            quote = c;
            word();
        } else if (ends) {
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
            commands.add(new Typed(words, text.toString().strip()));
            words = new ArrayList<>();
        }
        text.setLength(0);
    }
}
