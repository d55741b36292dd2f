/**
 * The conformance kit: judges anybody's server or client over TCP. It knows no other module of the project, so that it
 * shares no defect with what it judges.
 */
module vos.tck {
    // The tests are Jupiter's, and run by the JUnit Platform.
    requires org.junit.jupiter.api;
    requires org.junit.platform.engine;
    requires org.junit.platform.launcher;
    // The engine is found as a service.
    requires org.junit.jupiter.engine;
    requires com.fasterxml.jackson.databind;
    requires com.samskivert.jmustache;
    requires info.picocli;
    requires java.xml;

    // Jackson makes the records that it reads, and looks into those that it writes, as the page of a report does;
    // picocli fills the fields of the commands; Jupiter makes the extension.
    opens vos.tck to
            com.fasterxml.jackson.databind, com.samskivert.jmustache, info.picocli, org.junit.platform.commons;
    // Jupiter makes the test classes and calls their methods.
    opens vos.tck.cloudfs to org.junit.platform.commons;
    opens vos.tck.filesharing to org.junit.platform.commons;
    opens vos.tck.minftp to org.junit.platform.commons;
    opens vos.tck.orchestration to org.junit.platform.commons;
    opens vos.tck.virtuos to org.junit.platform.commons;

    uses vos.tck.Suite;
    // vos tck, vos replay: the terminal finds them so.
    provides java.util.spi.ToolProvider with vos.tck.TckTool, vos.tck.ReplayTool;
    provides vos.tck.Suite with
            vos.tck.cloudfs.CloudFsSuite,
            vos.tck.filesharing.FileSharingSuite,
            vos.tck.minftp.MiniFtpSuite,
            vos.tck.orchestration.OrchestrationSuite,
            vos.tck.virtuos.VirtuosSuite;
}
