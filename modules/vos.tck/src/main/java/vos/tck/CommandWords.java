package vos.tck;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command into words as a shell does it: at blanks, but for those in single or double quotes or behind a
 * backslash. Nothing else that a shell knows means anything here, and no shell is started.
 */
final class CommandWords {

    private static final char NONE = 0;

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;
    private char quote = NONE;

    private CommandWords() {
    }

    /** The words; a command must have one at least, and end its quotes. */
    static List<String> split(String command) throws UnusableException {
        CommandWords split = new CommandWords();
        boolean escaped = false;
        for (char c : command.toCharArray()) {
            if (escaped) {
                split.add(c);
                escaped = false;
            } else if (c == '\\' && split.quote != '\'') {
                escaped = true;
            } else {
                split.next(c);
            }
        }
        UnusableException.require(split.quote == NONE && !escaped,
                "the command ends within quotes: " + command);
        split.end();
        UnusableException.require(!split.words.isEmpty(), "the command is empty");
        return split.words;
    }

    /**
     * The words, as they mean the same in another directory: {@code {here}} is replaced by this directory, and a word
     * that leads to a file, as {@code server.py} or {@code build/classes} may, by its full path.
     */
    static List<String> split(String command, Path here) throws UnusableException {
        return split(command).stream().map(word -> leadsToFile(word, here) ? here.resolve(word).toString() : word)
                .map(word -> word.replace("{here}", here.toString())).toList();
    }

    /** A word without a slash or a dot may be the name of a program or of a module, and of a directory by accident. */
    private static boolean leadsToFile(String word, Path here) {
        boolean looksLikePath = word.indexOf('/') >= 0 || word.indexOf('.') >= 0;
        return looksLikePath && word.indexOf('{') < 0 && word.indexOf(NONE) < 0 && Files.exists(here.resolve(word));
    }

    private void next(char c) {
        if (c == quote) {
            quote = NONE;
        } else if (quote == NONE && (c == '\'' || c == '"')) {
            quote = c;
            begun = true;
        } else if (quote == NONE && Character.isWhitespace(c)) {
            end();
        } else {
            add(c);
        }
    }

    private void add(char c) {
        word.append(c);
        begun = true;
    }

    private void end() {
        if (begun) {
            words.add(word.toString());
            word.setLength(0);
            begun = false;
        }
    }
}
