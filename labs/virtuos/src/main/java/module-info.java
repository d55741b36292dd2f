/** VirtuOS: one read is one command, and a file ends with a sentinel. */
module vos.lab.virtuos {
    requires vos.protocol;
    requires vos.cli;

    provides vos.protocol.Dialect with vos.lab.virtuos.VirtuosDialect;
}
