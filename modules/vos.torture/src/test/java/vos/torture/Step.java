package vos.torture;

/**
 * One operation that one of many clients asks for.
 *
 * @param verb what is to be done
 * @param path to what
 * @param argument the content of a file, or where to move to; empty where there is neither
 */
record Step(Verb verb, String path, String argument) {

    /** All that is done to few names by many. */
    enum Verb {
        /** Stores a file under a name that must be free. */
        CREATE,
        /** Stores a file in the place of another, or of none. */
        REPLACE,
        /** Makes an empty file, if there is none. */
        TOUCH,
        /** Fetches a file. */
        READ,
        /** Tells how long a file is. */
        SIZE,
        /** Tells what is in a directory. */
        LIST,
        /** Moves into a directory, or to another name. */
        MOVE,
        /** Removes a file or an empty directory. */
        REMOVE,
        /** Makes a directory. */
        MAKE_DIRECTORY,
        /** Sees what stands at one name: a part of {@link #LIST}, which looks at one name after the other. */
        LOOK
    }

    /** What a refusal is written as. */
    static String refused(String reason) {
        return "refused " + reason;
    }

    @Override
    public String toString() {
        return verb + " " + path + (argument.isEmpty() ? "" : " " + argument);
    }
}
