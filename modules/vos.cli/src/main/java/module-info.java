/** The terminal: starts servers and clients of every lab that it finds, and is all of VOS that speaks to people. */
module vos.cli {
    // A launcher hands its dialect to Launcher.
    requires transitive vos.protocol;
    requires vos.fs;
    requires vos.auth;
    requires vos.tls;
    requires vos.server;
    requires vos.client;
    requires info.picocli;
    requires org.jline.terminal;
    requires org.jline.reader;
    // The modules log through System.Logger; this is what shows it to people.
    requires java.logging;
    // JLine finds the signals in it by reflection, for Ctrl-C.
    requires jdk.unsupported;

    exports vos.cli;

    // picocli fills the fields of the commands.
    opens vos.cli to info.picocli;

    uses vos.protocol.Dialect;
    // Commands of modules that this one does not know: vos tck.
    uses java.util.spi.ToolProvider;
}
