package vos.torture;

import java.util.List;
import vos.lab.cloudfs.CloudFsDialect;
import vos.lab.filesharing.FileSharingDialect;
import vos.lab.minftp.MiniFtpDialect;
import vos.lab.orchestration.OrchestrationDialect;
import vos.lab.virtuos.VirtuosDialect;
import vos.protocol.Dialect;

/** All of them. */
final class Labs {
    static final List<Dialect> ALL = List.of(new CloudFsDialect(), new FileSharingDialect(), new MiniFtpDialect(),
            new OrchestrationDialect(), new VirtuosDialect());

    private Labs() {
    }
}
