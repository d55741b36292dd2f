/** A sixth variant, which nothing else in the project knows: the program finds it when its module is there. */
module vos.lab.netstring {
    requires vos.protocol;

    provides vos.protocol.Dialect with vos.lab.netstring.NetstringDialect;
}
