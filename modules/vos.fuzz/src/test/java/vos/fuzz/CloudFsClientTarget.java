package vos.fuzz;

import vos.lab.cloudfs.CloudFsDialect;

/** The client of cloud-fs with the marker {@code vos-AAAAAAAA}, as {@link ClientTarget} says. */
final class CloudFsClientTarget extends ClientTarget {

    CloudFsClientTarget() {
        super(new CloudFsDialect(() -> 0));
    }
}
