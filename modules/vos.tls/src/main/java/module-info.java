/**
 * Whom to believe: the certificate that a server shows, and the certificates that a client takes. Makes the
 * {@code SSLContext}s of both; knows no socket and no protocol.
 */
module vos.tls {
    requires org.bouncycastle.provider;
    // PEM files, and the making of certificates, for which the JDK has no interface.
    requires org.bouncycastle.pkix;

    exports vos.tls;
}
