package vos.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is written about the code: requirements that are cited, links, and what does not belong in a repository. */
final class DocumentationTest {
    /** A requirement is cited by its id, a section by its beginning; charsets and digests only look alike. */
    private static final Pattern CITED = Pattern.compile("\\[(?!UTF-|SHA-|ISO-)([A-Z]{3,}-\\d+(?:\\.\\d+)*)]");
    /** It stands at the start of a paragraph, of an item or of a row, where no line that was only wrapped begins. */
    private static final Pattern STATED =
            Pattern.compile("(?:\\A|\\n\\n|\\n *[-*|] +)[*`]*\\[([A-Z]{3,}-\\d+(?:\\.\\d+)*)]");
    private static final Pattern LINK = Pattern.compile("]\\(<?([^)\\s>]+)>?(?: \"[^\"]*\")?\\)");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:Test|Contract))`");
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```|`[^`\\n]*`");
    /** Ann and Anna are the users of examples. */
    private static final Pattern HOME = Pattern.compile("/(?:home|Users)/(?!(?i:an+a?)\\b)\\w[\\w.-]*");
    /** In two parts, so that this file is not found. */
    private static final String UNFINISHED = "TO" + "DO";

    private static List<Path> files;

    /** Files that git has or would take; all files, where there is no git, as in an archive of the sources. */
    @BeforeAll
    static void listFiles() throws IOException {
        files = Files.exists(Repository.ROOT.resolve(".git")) ? filesOfGit() : filesOfTree();
        assertTrue(files.size() > 50, () -> "only " + files.size() + " files were found in " + Repository.ROOT);
    }

    private static List<Path> filesOfGit() throws IOException {
        Process git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
                .directory(Repository.ROOT.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Arrays.stream(names.split("\0"))
                .map(Repository.ROOT::resolve).filter(Files::isRegularFile).sorted().toList();
    }

    private static List<Path> filesOfTree() {
        return Repository.files(Repository.ROOT, "").stream()
                .filter(file -> !("/" + Repository.name(file)).matches("/(.*/)?(target|vos-data|\\.idea|\\.vscode)/.*"))
                .toList();
    }

    @Test
    void everyRequirementThatTheCodeCitesIsStatedInTheSpecifications() {
        Set<String> stated = withEnd("specs/", ".md").flatMap(file -> ids(STATED, Repository.read(file)))
                .collect(Collectors.toSet());
        List<String> unknown = new ArrayList<>();
        withEnd("", ".java").forEach(file -> ids(CITED, Repository.read(file))
                .filter(id -> stated.stream().noneMatch(known -> known.equals(id) || known.startsWith(id + ".")))
                .forEach(id -> unknown.add(Repository.name(file) + " cites [" + id + "]")));
        assertNone(unknown, "requirements that no file in specs/ states; " + stated.size() + " are stated");
    }

    @Test
    void everyTestThatIsNamedIsThere() {
        Set<String> there = withEnd("", ".java").map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        List<String> missing = new ArrayList<>();
        withEnd("", ".md").forEach(file -> ids(TEST, Repository.read(file))
                .filter(name -> !there.contains(name + ".java"))
                .forEach(name -> missing.add(Repository.name(file) + " names " + name)));
        assertNone(missing, "tests that no file has");
    }

    @Test
    void everyRequirementIsStatedOnce() {
        Set<String> once = new TreeSet<>();
        List<String> again = withEnd("specs/", ".md").flatMap(file -> ids(STATED, Repository.read(file)))
                .filter(id -> !once.add(id)).toList();
        assertNone(again, "requirements with an id that another one has");
    }

    @Test
    void everyRelativeLinkLeadsToAFile() {
        List<String> broken = new ArrayList<>();
        withEnd("", ".md").forEach(file -> LINK.matcher(FENCED.matcher(Repository.read(file)).replaceAll("")).results()
                .map(link -> link.group(1).replaceFirst("#.*", ""))
                .filter(target -> !target.isEmpty() && !target.matches("[a-z]+:.*"))
                .filter(target -> !Files.exists(file.resolveSibling(target)))
                .forEach(target -> broken.add(Repository.name(file) + " -> " + target)));
        assertNone(broken, "links to files that are not there");
    }

    @Test
    void nothingIsLeftUnfinished() {
        // Starter templates leave their gaps to the student.
        assertNone(lines(file -> !file.matches("labs/[^/]+/starter/.*"), Pattern.compile("\\b" + UNFINISHED + "\\b")),
                "lines with " + UNFINISHED);
    }

    @Test
    void nobodysMachineIsNamed() {
        Pattern here = Pattern.compile(Pattern.quote(Repository.ROOT + "/") + "|" + HOME.pattern());
        assertNone(lines(file -> true, here), "paths of somebody's machine");
    }

    @Test
    void javaIsIndentedWithSpaces() {
        assertNone(lines(file -> file.endsWith(".java"), Pattern.compile("\t")), "lines with tabs");
    }

    private static Stream<Path> withEnd(String start, String end) {
        return files.stream().filter(file -> Repository.name(file).startsWith(start) && file.toString().endsWith(end));
    }

    private static Stream<String> ids(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }

    /** The lines of text files in which the pattern is found, as file:line: line. */
    private static List<String> lines(Predicate<String> which, Pattern pattern) {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            String text = which.test(Repository.name(file)) ? text(file) : "";
            int number = 0;
            for (String line : pattern.matcher(text).find() ? text.split("\n") : new String[0]) {
                number++;
                if (pattern.matcher(line).find()) {
                    found.add(Repository.name(file) + ":" + number + ": " + line.strip());
                }
            }
        }
        return found;
    }

    /** A file's text in any encoding that has ASCII in it; nothing, when it is no text. */
    private static String text(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return text.indexOf('\0') < 0 ? text : "";
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static void assertNone(List<String> found, String what) {
        if (!found.isEmpty()) {
            fail(what + ":\n" + String.join("\n", found));
        }
    }
}
