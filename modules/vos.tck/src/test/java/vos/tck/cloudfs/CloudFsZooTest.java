package vos.tck.cloudfs;

import java.nio.file.Path;
import vos.tck.Zoo;
import vos.tck.ZooContract;

/** The tests of cloud-fs find every defect of the zoo, and none in a sound server. */
final class CloudFsZooTest extends ZooContract {

    @Override
    protected Zoo zoo() {
        return new CloudFsZoo();
    }

    @Override
    protected Path misconceptions() {
        return Path.of("src/main/resources/vos/tck/cloudfs/misconceptions.json");
    }
}
