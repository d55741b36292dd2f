package vos.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.puppycrawl.tools.checkstyle.Checker;
import com.puppycrawl.tools.checkstyle.ConfigurationLoader;
import com.puppycrawl.tools.checkstyle.PropertiesExpander;
import com.puppycrawl.tools.checkstyle.api.AuditEvent;
import com.puppycrawl.tools.checkstyle.api.AuditListener;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of {@code checkstyle.xml}, over all Java files of modules and labs. */
final class StyleTest {
    @Test
    void everyJavaFileKeepsTheRules() throws CheckstyleException {
        List<Path> files = Stream.of("modules", "labs")
                .flatMap(Repository::children)
                .flatMap(folder -> Stream.of("src/main", "src/test").map(folder::resolve))
                .flatMap(sources -> Repository.files(sources, ".java").stream())
                .filter(file -> !file.endsWith("module-info.java"))
                .toList();
        Violations violations = check(files);
        assertEquals(files.size(), violations.checked, "files that were checked");
        int main = Repository.modules().stream().mapToInt(module -> module.types().size()).sum();
        assertTrue(files.size() > main, () -> files.size() + " files, fewer than the " + main + " of the program");
        if (!violations.found.isEmpty()) {
            fail(violations.found.size() + " violations of checkstyle.xml:\n" + String.join("\n", violations.found));
        }
    }

    private static Violations check(List<Path> files) throws CheckstyleException {
        Violations violations = new Violations();
        Checker checker = new Checker();
        try {
            checker.setModuleClassLoader(Checker.class.getClassLoader());
            checker.configure(ConfigurationLoader.loadConfiguration(
                    Repository.ROOT.resolve("checkstyle.xml").toString(), new PropertiesExpander(new Properties())));
            checker.addListener(violations);
            checker.process(files.stream().map(Path::toFile).toList());
            return violations;
        } finally {
            checker.destroy();
        }
    }

    /** Collects what is found; counts the files, so that none is skipped in silence. */
    private static final class Violations implements AuditListener {
        private final List<String> found = new ArrayList<>();
        private int checked;

        @Override
        public void addError(AuditEvent event) {
            String file = Repository.name(Path.of(event.getFileName()));
            found.add("%s:%d: %s".formatted(file, event.getLine(), event.getMessage()));
        }

        @Override
        public void addException(AuditEvent event, Throwable failure) {
            found.add(Repository.name(Path.of(event.getFileName())) + ": cannot be checked: " + failure);
        }

        @Override
        public void fileStarted(AuditEvent event) {
            checked++;
        }

        @Override
        public void fileFinished(AuditEvent event) {
            // Nothing to do for a whole file.
        }

        @Override
        public void auditStarted(AuditEvent event) {
            // Nothing to do before the first file.
        }

        @Override
        public void auditFinished(AuditEvent event) {
            // Nothing to do after the last file.
        }
    }
}
