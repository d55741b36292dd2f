package vos.tck;

import java.util.List;
import vos.tck.cloudfs.CloudFsSuite;
import vos.tck.filesharing.FileSharingSuite;
import vos.tck.minftp.MiniFtpSuite;
import vos.tck.orchestration.OrchestrationSuite;
import vos.tck.virtuos.VirtuosSuite;

/** All suites of the kit; on the class path, on which the tests run, no service is found. */
final class Suites {

    private Suites() {
    }

    static List<Suite> all() {
        return List.of(new CloudFsSuite(), new FileSharingSuite(), new MiniFtpSuite(), new OrchestrationSuite(),
                new VirtuosSuite());
    }
}
