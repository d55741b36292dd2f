package vos.torture;

import java.util.EnumSet;
import java.util.Set;

/** What storage does in the place of an operation that it was asked for. */
enum StorageFault {

    /** Fails, and nothing was done. */
    BROKEN(EnumSet.allOf(StorageFault.Step.class)),

    /** Has no room; of bytes, half were taken. */
    FULL(EnumSet.of(StorageFault.Step.CHANGE, StorageFault.Step.WRITE)),

    /** Throws what no volume may throw: a defect of ours, anywhere. */
    DEFECT(EnumSet.allOf(StorageFault.Step.class)),

    /** Does it, and says that it failed. */
    LATE(EnumSet.of(StorageFault.Step.CHANGE)),

    /** Comes to the end of a file before its end: somebody has cut it meanwhile. */
    CUT(EnumSet.of(StorageFault.Step.READ));

    /** What an operation is, of those that can fail. */
    enum Step { LOOK, CHANGE, WRITE, READ, CLOSE }

    private final Set<Step> steps;

    StorageFault(Set<Step> steps) {
        this.steps = steps;
    }

    /** Whether it can happen to such an operation. */
    boolean befalls(Step step) {
        return steps.contains(step);
    }
}
