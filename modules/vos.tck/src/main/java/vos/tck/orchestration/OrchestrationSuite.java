package vos.tck.orchestration;

import java.util.List;
import vos.tck.Suite;

/** The tests of orchestration. */
public final class OrchestrationSuite implements Suite {

    /** The kit finds it as a service. */
    public OrchestrationSuite() {
    }

    @Override
    public String lab() {
        return "orchestration";
    }

    @Override
    public int port() {
        return 5000;
    }

    @Override
    public List<Class<?>> serverTests() {
        return List.of(OrchestrationLogin.class, OrchestrationPauses.class, OrchestrationCommands.class,
                OrchestrationUploads.class, OrchestrationSentinels.class, OrchestrationBrokenUploads.class,
                OrchestrationDownloads.class, OrchestrationNames.class, OrchestrationLinks.class,
                OrchestrationUsers.class, OrchestrationCrowds.class, OrchestrationStrict.class,
                OrchestrationStrictErrors.class, OrchestrationStrictFraming.class, OrchestrationStrictFiles.class);
    }

    @Override
    public List<Class<?>> clientTests() {
        return List.of(OrchestrationClientLogin.class, OrchestrationClientCommands.class,
                OrchestrationClientUploads.class, OrchestrationClientDownloads.class, StrictOrchestrationClient.class);
    }
}
