package vos.cli;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import vos.protocol.Dialect;

/**
 * The protocol variants this program knows.
 *
 * @param all in the order of their names
 */
record Labs(List<Dialect> all) {

    Labs {
        all = all.stream().sorted(Comparator.comparing(Dialect::id)).toList();
    }

    /** Those on the module path: a lab is known as soon as it is there. */
    static List<Dialect> installed() {
        return ServiceLoader.load(Dialect.class).stream().map(ServiceLoader.Provider::get).toList();
    }

    /** The lab of that name; an unknown one is a mistake of the command line. */
    Dialect require(String id) throws UsageException {
        return all.stream().filter(dialect -> dialect.id().equals(id)).findFirst()
                .orElseThrow(() -> new UsageException("there is no lab \"" + id + "\"; " + whatThereIs()));
    }

    /** The lab to begin with. */
    Dialect first() throws UsageException {
        return all.stream().findFirst().orElseThrow(() -> new UsageException(whatThereIs()));
    }

    private String whatThereIs() {
        return all.isEmpty() ? "no labs are installed"
                : "the labs are: " + all.stream().map(Dialect::id).collect(Collectors.joining(", "));
    }
}
