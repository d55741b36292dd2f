package vos.protocol;

import java.util.List;
import java.util.Optional;

/**
 * The commands of a dialect as its users type them.
 *
 * @param prompt what a client shows before it reads a command, with the space at its end
 * @param verbs the commands, in the order in which a help text shows them
 * @param passesOn whether a line that begins with none of them is a {@link Request.CommandLine}, as it was typed
 */
public record Vocabulary(String prompt, List<Verb> verbs, boolean passesOn) {

    /**
     * One command.
     *
     * @param word the command's name, for example {@code ul}
     * @param operation what it does
     * @param arguments its arguments as a help text shows them, for example {@code FILE [NAME]}; empty when it has none
     * @param summary one line of help, a sentence without a full stop
     */
    public record Verb(String word, Operation operation, String arguments, String summary) {

        /**
         * What this command asks for of {@code name}; {@link Request.Unknown} if a name is not all that it needs, or
         * the server is not asked.
         */
        public Request request(String name) {
            return switch (operation) {
                case LIST -> new Request.ListDirectory(name);
                case CHANGE_DIRECTORY -> new Request.ChangeDirectory(name);
                case WHERE_AM_I -> new Request.WhereAmI();
                case MAKE_DIRECTORY -> new Request.MakeDirectory(name);
                case REMOVE -> new Request.Remove(name);
                case TOUCH -> new Request.Touch(name);
                case SIZE -> new Request.Size(name);
                case DOWNLOAD -> new Request.Download(name);
                case PREVIEW -> new Request.Preview(name, Request.Preview.USUAL);
                case QUIT -> new Request.Quit();
                case MOVE, UPLOAD, LOCAL_DIRECTORY -> new Request.Unknown(word);
            };
        }
    }

    /** Keeps a copy that nobody changes. */
    public Vocabulary {
        verbs = List.copyOf(verbs);
    }

    /** Commands, and nothing else that a server would understand. */
    public Vocabulary(String prompt, List<Verb> verbs) {
        this(prompt, verbs, false);
    }

    /** Commands, and whatever else a server makes of a line. */
    public static Vocabulary passingOn(String prompt, List<Verb> verbs) {
        return new Vocabulary(prompt, verbs, true);
    }

    /** The command of that name, if there is one. */
    public Optional<Verb> find(String word) {
        return verbs.stream().filter(verb -> verb.word().equals(word)).findFirst();
    }

    /** The first command that does this, if there is one. */
    public Optional<Verb> find(Operation operation) {
        return verbs.stream().filter(verb -> verb.operation() == operation).findFirst();
    }
}
