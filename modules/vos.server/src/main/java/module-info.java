/** Answers requests: accepts connections, holds one conversation on each, and stops without losing anything. */
module vos.server {
    // A server is started with a dialect and a volume, and its listeners see requests and replies.
    requires transitive vos.protocol;
    requires transitive vos.fs;
    // Some dialects are served to those who have an account.
    requires transitive vos.auth;
    requires vos.shell;
    // Events for who records them.
    requires jdk.jfr;

    exports vos.server;
}
