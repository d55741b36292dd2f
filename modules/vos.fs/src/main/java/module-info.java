/**
 * Where files live: volumes, and the confined workspace of one session. Knows no socket, no request and no protocol.
 */
module vos.fs {
    exports vos.fs;
}
