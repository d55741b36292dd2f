/** file-sharing: one connection a request; a body ends when the connection does. */
module vos.lab.filesharing {
    requires vos.protocol;
    requires vos.cli;

    provides vos.protocol.Dialect with vos.lab.filesharing.FileSharingDialect;
}
