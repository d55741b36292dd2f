package vos.server;

/** Limits and resources that no test of something else comes near to. */
final class Plenty {
    private Plenty() {
    }

    static Resources resources() {
        return Resources.of(Limits.USUAL, System::nanoTime);
    }
}
