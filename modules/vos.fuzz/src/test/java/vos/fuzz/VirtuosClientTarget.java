package vos.fuzz;

import vos.lab.virtuos.VirtuosDialect;

/** The client of virtuos, as {@link ClientTarget} says. */
final class VirtuosClientTarget extends ClientTarget {

    VirtuosClientTarget() {
        super(new VirtuosDialect());
    }
}
