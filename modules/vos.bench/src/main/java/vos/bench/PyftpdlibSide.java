package vos.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * pyftpdlib, one process and one loop, written in Python.
 *
 * @param programs where a Python with it may be
 */
record PyftpdlibSide(Programs programs) implements Side {
    private static final String NAME = "pyftpdlib";
    /** What "python3 -m pyftpdlib" runs, with its limit of 512 connections taken away, and quiet. */
    private static final String MAIN = "import logging, pyftpdlib.servers as s, pyftpdlib.__main__ as m; "
            + "logging.basicConfig(level=logging.WARNING); s.FTPServer.max_cons = 100000; m.main()";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Role role() {
        return Role.PEER;
    }

    @Override
    public Optional<String> missing() {
        return python().isPresent()
                ? Optional.empty()
                : Optional.of("Debian, Ubuntu: apt install python3-pyftpdlib; or pip install pyftpdlib");
    }

    /** Of several Pythons on a machine, often one alone has the library. */
    private Optional<Path> python() {
        Stream<Path> candidates = programs.given().containsKey(NAME)
                ? Stream.of(programs.given().get(NAME))
                : programs.all("python3");
        return candidates.filter(PyftpdlibSide::hasIt).findFirst();
    }

    private static boolean hasIt(Path python) {
        try {
            Tool.run(List.of(python.toString(), "-c", "import pyftpdlib.servers"), Path.of("/"));
            return true;
        } catch (BenchException e) {
            System.getLogger(PyftpdlibSide.class.getName()).log(System.Logger.Level.DEBUG, "not this Python", e);
            return false;
        }
    }

    @Override
    public boolean does(Work work) {
        return Ftp.does(work);
    }

    @Override
    public Launch launch(Stage stage) {
        return Launch.onPort(stage, List.of(python().orElseThrow().toString(), "-c", MAIN,
                "-i", "127.0.0.1", "-p", String.valueOf(stage.port()), "-w", "-d", stage.root().toString()));
    }

    @Override
    public String protocol() {
        return Ftp.PROTOCOL;
    }
}
