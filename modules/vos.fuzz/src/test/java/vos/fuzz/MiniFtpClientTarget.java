package vos.fuzz;

import vos.lab.minftp.MiniFtpDialect;

/** The client of mini-FTP, as {@link ClientTarget} says. */
final class MiniFtpClientTarget extends ClientTarget {

    MiniFtpClientTarget() {
        super(new MiniFtpDialect());
    }
}
