package vos.shell;

/**
 * One word of a line, its quotes taken off.
 *
 * @param text what it says
 * @param pattern the same for a {@link Glob}: characters that were quoted, and mean something there, are escaped
 * @param wild whether a wildcard in it was not quoted, so that it may stand for names
 */
record Word(String text, String pattern, boolean wild) {

    /** Collects a word, one character after the other. */
    static final class Builder {

        private final StringBuilder text = new StringBuilder();
        private final StringBuilder pattern = new StringBuilder();
        private boolean wild;

        /** A character outside quotes. */
        void plain(char character) {
            text.append(character);
            pattern.append(character);
            wild |= Glob.WILDCARDS.indexOf(character) >= 0;
        }

        /** A character that was quoted, and is only itself. */
        void quoted(char character) {
            text.append(character);
            if (Glob.SPECIAL.indexOf(character) >= 0) {
                pattern.append('\\');
            }
            pattern.append(character);
        }

        Word build() {
            return new Word(text.toString(), pattern.toString(), wild);
        }
    }
}
