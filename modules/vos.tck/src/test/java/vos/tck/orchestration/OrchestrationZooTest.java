package vos.tck.orchestration;

import java.nio.file.Path;
import vos.tck.Zoo;
import vos.tck.ZooContract;

/** The tests of orchestration find what is wrong, and nothing else. */
final class OrchestrationZooTest extends ZooContract {

    @Override
    protected Zoo zoo() {
        return new OrchestrationZoo();
    }

    @Override
    protected Path misconceptions() {
        return Path.of("src/main/resources/vos/tck/orchestration/misconceptions.json");
    }
}
