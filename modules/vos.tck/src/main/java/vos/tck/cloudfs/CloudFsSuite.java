package vos.tck.cloudfs;

import java.util.List;
import vos.tck.Suite;

/** The tests of cloud-fs. */
public final class CloudFsSuite implements Suite {

    @Override
    public String lab() {
        return "cloud-fs";
    }

    @Override
    public int port() {
        return 5050;
    }

    @Override
    public List<Class<?>> serverTests() {
        return List.of(CloudFsConversation.class, CloudFsFrames.class, CloudFsBrokenFrames.class,
                CloudFsTransfers.class, CloudFsContents.class, CloudFsShell.class, CloudFsConfinement.class,
                CloudFsAnswers.class, CloudFsRefusals.class, CloudFsNames.class, CloudFsFiles.class,
                CloudFsPeers.class, CloudFsStrict.class, CloudFsStrictCommands.class, CloudFsStrictFiles.class,
                CloudFsStrictFrames.class);
    }

    @Override
    public List<Class<?>> clientTests() {
        return List.of(CloudFsClientCommands.class, CloudFsClientTransfers.class, CloudFsClientStrict.class);
    }
}
