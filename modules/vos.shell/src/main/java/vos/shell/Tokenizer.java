package vos.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes a line apart into words, by the quoting rules of POSIX' shell, and refuses what is more than words.
 *
 * <p>Blanks separate words. Between {@code '} and {@code '} all is itself. Between {@code "} and {@code "} all is,
 * except that a backslash takes its meaning from {@code $}, {@code `}, {@code "} and {@code \}. Elsewhere a backslash
 * takes it from whatever follows. Pieces that touch are one word, and {@code ''} is an empty one. A {@code ~} that
 * begins a word, alone or before a slash, is the root.
 *
 * <p>One pass, in time linear in the line.
 */
final class Tokenizer {

    /** What a shell would do more; of two that begin alike, the longer first. */
    private static final List<Construct> CONSTRUCTS = List.of(
            new Construct("&&", "lists of commands", false),
            new Construct("||", "lists of commands", false),
            new Construct(";", "lists of commands", false),
            new Construct("|", "pipes", false),
            new Construct("&", "background jobs", false),
            new Construct("<<", "here-documents", false),
            new Construct("<", "redirections", false),
            new Construct(">", "redirections", false),
            new Construct("(", "subshells", false),
            new Construct(")", "subshells", false),
            new Construct("$(", "command substitutions", true),
            new Construct("`", "command substitutions", true),
            new Construct("$", "variables and expansions", true));

    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*\\+?=");
    private static final String ESCAPED_IN_DOUBLE_QUOTES = "$`\"\\";

    private final String line;
    private int at;

    private Tokenizer(String line) {
        this.line = line;
    }

    /** The words of {@code line}, in order; none if it is blank. */
    static List<Word> words(String line) throws Refusal {
        if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
            throw Refusal.ofLine("newlines are not supported: one line, one command");
        }
        Tokenizer tokenizer = new Tokenizer(line);
        List<Word> words = new ArrayList<>();
        while (tokenizer.findWord()) {
            words.add(tokenizer.word(words.isEmpty()));
        }
        return words;
    }

    private boolean findWord() {
        while (at < line.length() && isBlank(line.charAt(at))) {
            at++;
        }
        return at < line.length();
    }

    private Word word(boolean first) throws Refusal {
        if (line.startsWith("#", at)) {
            throw Refusal.ofLine("comments are not supported: quote a '#' that begins a name");
        }
        if (first && ASSIGNMENT.matcher(line).region(at, line.length()).lookingAt()) {
            throw Refusal.ofLine("variables are not supported: nothing can be assigned");
        }
        Word.Builder word = new Word.Builder();
        if (line.startsWith("~", at)) {
            home(word);
        }
        while (at < line.length() && !isBlank(line.charAt(at))) {
            piece(word);
        }
        return word.build();
    }

    private void home(Word.Builder word) {
        int next = at + 1;
        if (next == line.length() || isBlank(line.charAt(next))) {
            word.plain('/');
            at = next;
        } else if (line.charAt(next) == '/') {
            at = next;
        }
    }

    private void piece(Word.Builder word) throws Refusal {
        refuseConstructs(false);
        char character = line.charAt(at++);
        switch (character) {
            case '\'' -> singleQuoted(word);
            case '"' -> doubleQuoted(word);
            case '\\' -> {
                require(at < line.length(), "nothing follows the backslash at the end of the line");
                word.quoted(line.charAt(at++));
            }
            default -> word.plain(character);
        }
    }

    private void singleQuoted(Word.Builder word) throws Refusal {
        int end = line.indexOf('\'', at);
        require(end >= 0, "unterminated quoted string: a ' is missing");
        while (at < end) {
            word.quoted(line.charAt(at++));
        }
        at++;
    }

    private void doubleQuoted(Word.Builder word) throws Refusal {
        while (!line.startsWith("\"", at)) {
            require(at < line.length(), "unterminated quoted string: a \" is missing");
            refuseConstructs(true);
            if (line.charAt(at) == '\\' && at + 1 < line.length()
                    && ESCAPED_IN_DOUBLE_QUOTES.indexOf(line.charAt(at + 1)) >= 0) {
                at++;
            }
            word.quoted(line.charAt(at++));
        }
        at++;
    }

    private void refuseConstructs(boolean inDoubleQuotes) throws Refusal {
        for (Construct construct : CONSTRUCTS) {
            if (line.startsWith(construct.sign(), at) && (construct.alsoInDoubleQuotes() || !inDoubleQuotes)) {
                throw Refusal.ofLine(construct.called() + " are not supported: '" + construct.sign() + "'");
            }
        }
    }

    private static void require(boolean held, String otherwise) throws Refusal {
        if (!held) {
            throw Refusal.ofLine(otherwise);
        }
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }

    /** What begins with {@code sign}, and is called so. */
    private record Construct(String sign, String called, boolean alsoInDoubleQuotes) { }
}
