/** cloud-fs: a header of 64 bytes says how many follow, where there is one. */
module vos.lab.cloudfs {
    requires vos.protocol;
    requires vos.cli;

    provides vos.protocol.Dialect with vos.lab.cloudfs.CloudFsDialect;
}
