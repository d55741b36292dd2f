/** Orchestration: the two ends take turns, and each chunk of a file is acknowledged before the next one is sent. */
module vos.lab.orchestration {
    requires vos.protocol;
    requires vos.cli;

    provides vos.protocol.Dialect with vos.lab.orchestration.OrchestrationDialect;
}
