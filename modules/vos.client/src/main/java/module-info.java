/** Asks: a client for every dialect, and its transfers between the server and local files. */
module vos.client {
    // A client is made with a dialect, and speaks in its requests and replies.
    requires transitive vos.protocol;

    exports vos.client;
}
