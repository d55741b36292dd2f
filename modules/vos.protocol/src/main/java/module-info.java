/**
 * What is said between the two ends of a connection, and how its messages are kept apart. Opens no file and starts no
 * thread; a lab provides a {@link vos.protocol.Dialect}, a server or a client uses it.
 */
module vos.protocol {
    // TCP_QUICKACK, for peers whose messages do not say where they end.
    requires jdk.net;

    exports vos.protocol;
}
