package vos.tck.virtuos;

import java.util.List;
import vos.tck.Suite;

/** The tests of VirtuOS. */
public final class VirtuosSuite implements Suite {

    /** For the service loader. */
    public VirtuosSuite() {
    }

    @Override
    public String lab() {
        return "virtuos";
    }

    @Override
    public int port() {
        return 12345;
    }

    @Override
    public List<Class<?>> serverTests() {
        return List.of(VirtuosGreeting.class, VirtuosCommands.class, VirtuosDirectories.class, VirtuosFiles.class,
                VirtuosSegments.class, VirtuosJoined.class, VirtuosAnswers.class, VirtuosErrors.class,
                VirtuosRefusals.class, VirtuosNames.class, VirtuosLinks.class, VirtuosPeers.class,
                VirtuosUnfinished.class, VirtuosHello.class, VirtuosStrictCommands.class, VirtuosStrictFiles.class,
                VirtuosStrictErrors.class);
    }

    @Override
    public List<Class<?>> clientTests() {
        return List.of(VirtuosClientCommands.class, VirtuosClientTransfers.class, VirtuosClientDoubts.class,
                VirtuosClientStrict.class);
    }
}
