/**
 * A confined command interpreter: command lines as a shell takes them, over a workspace. Starts no process, opens no
 * file of the host, and knows no socket, no request and no protocol.
 */
module vos.shell {
    // A shell is made on a workspace, which its caller has.
    requires transitive vos.fs;

    exports vos.shell;
}
