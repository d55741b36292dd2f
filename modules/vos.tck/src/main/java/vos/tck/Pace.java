package vos.tck;

/** The one place in which the kit is silent on purpose. */
final class Pace {

    private Pace() {
    }

    static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was stopped", e);
        }
    }
}
