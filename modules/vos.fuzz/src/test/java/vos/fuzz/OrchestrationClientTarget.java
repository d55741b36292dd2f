package vos.fuzz;

import vos.lab.orchestration.OrchestrationDialect;

/** The client of orchestration, as {@link ClientTarget} says. */
final class OrchestrationClientTarget extends ClientTarget {

    OrchestrationClientTarget() {
        super(new OrchestrationDialect());
    }
}
