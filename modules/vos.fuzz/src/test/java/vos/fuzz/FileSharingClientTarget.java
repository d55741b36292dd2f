package vos.fuzz;

import vos.lab.filesharing.FileSharingDialect;

/** The client of file-sharing, as {@link ClientTarget} says. */
final class FileSharingClientTarget extends ClientTarget {

    FileSharingClientTarget() {
        super(new FileSharingDialect());
    }
}
