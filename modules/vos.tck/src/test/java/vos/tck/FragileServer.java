package vos.tck;

import java.net.InetSocketAddress;

/** No server, but one that is said to end by itself: once, or whenever it is asked to. For one thread. */
final class FragileServer implements Target {

    private final boolean always;
    private boolean dead;
    private boolean broken;
    private int crashes;

    FragileServer(boolean always) {
        this.always = always;
    }

    /** Whether it has broken all connections, those of the tests that stand in for running at the same time. */
    boolean hasBrokenAll() {
        return broken;
    }

    /** Whether this test ends it. */
    boolean diesOf(Trial trial) {
        dead = always || crashes == 0;
        broken |= dead;
        return dead;
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(0);
    }

    @Override
    public int crashes() {
        return crashes;
    }

    @Override
    public void ensureRunning() {
        crashes += dead ? 1 : 0;
        dead = false;
    }

    @Override
    public void restart() {
        ensureRunning();
        broken = false;
    }
}
