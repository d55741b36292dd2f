/** mini-FTP: every message ends with a token that the server makes up for the connection. */
module vos.lab.minftp {
    requires vos.protocol;
    requires vos.cli;

    provides vos.protocol.Dialect with vos.lab.minftp.MiniFtpDialect;
}
