package vos.tck;

/** How the commands of the kit say to a script what became of them. */
final class ExitCode {
    /** All that was judged is as it must be. */
    static final int PASSED = 0;
    /** Something is not. */
    static final int FAILED = 1;
    /** Nobody can tell: wrong usage, a server that cannot be started or reached, a defect of the kit's. */
    static final int UNUSABLE = 2;

    /** The lines that {@code --help} shows. */
    static final String HEADING = "%nExit codes:%n";

    private ExitCode() {
    }
}
