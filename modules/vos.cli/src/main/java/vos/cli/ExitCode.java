package vos.cli;

/** How the program says to a script what became of it. */
final class ExitCode {
    /** All was done. */
    static final int OK = 0;
    /** Something that was asked was not done. */
    static final int FAILED = 1;
    /** The command line or a typed command makes no sense. */
    static final int USAGE = 2;
    /** There is no connection, or no address to listen on. */
    static final int UNREACHABLE = 3;

    /** The lines that {@code --help} shows. */
    static final String HEADING = "%nExit codes:%n";

    private ExitCode() {
    }
}
