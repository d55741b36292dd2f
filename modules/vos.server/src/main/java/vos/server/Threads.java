package vos.server;

import java.util.Locale;

/** What a connection runs on. Both block; they differ in what a thousand of them cost. */
public enum Threads {
    /** A virtual thread a connection: some hundred bytes while it waits. */
    VIRTUAL,
    /** A thread of the operating system a connection, as in the published programs. */
    PLATFORM;

    /** Runs {@code work} on a new thread of this kind. */
    void start(String name, Runnable work) {
        Thread.Builder builder = this == VIRTUAL ? Thread.ofVirtual() : Thread.ofPlatform();
        builder.name(name).start(work);
    }

    /** As people write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
