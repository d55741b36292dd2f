/**
 * The benchmark: runs the same work against our servers, their peers and a floor without a protocol, one beside the
 * other. It knows no other module of the project: it starts what is shipped as a process, as it does its peers.
 */
module vos.bench {
    requires com.fasterxml.jackson.databind;
    requires info.picocli;

    // picocli fills the fields of the command.
    opens vos.bench to info.picocli;
}
