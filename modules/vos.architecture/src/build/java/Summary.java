import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The last lines of {@code mvn verify}: how much of each module the tests ran, and how many tests there were. Takes the
 * root of the repository and the joint report of JaCoCo, {@code jacoco.csv}.
 */
final class Summary {
    private static final Pattern SUITE = Pattern.compile("<testsuite [^>]*>");

    private Summary() {
    }

    public static void main(String[] args) throws IOException {
        Path csv = Path.of(args[1]);
        if (Files.exists(csv)) {
            coverage(Files.readAllLines(csv));
        }
        tests(Path.of(args[0]));
    }

    /** Columns, after group, package and class: missed and covered instructions, branches, lines. */
    private static void coverage(List<String> rows) {
        Map<String, int[]> modules = new TreeMap<>();
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",");
            int[] sums = modules.computeIfAbsent(cells[0].substring(cells[0].lastIndexOf('/') + 1), name -> new int[4]);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += Integer.parseInt(cells[5 + i]);
            }
        }
        System.out.println("\nCovered by the tests of all modules  lines  branches");
        modules.forEach((name, sums) -> System.out.printf("  %-33s  %4s   %4s%n",
                name, percent(sums[2], sums[3]), percent(sums[0], sums[1])));
    }

    private static String percent(int missed, int covered) {
        return missed + covered == 0 ? "-" : 100 * covered / (missed + covered) + " %";
    }

    private static void tests(Path root) throws IOException {
        int run = 0;
        int skipped = 0;
        try (Stream<Path> files = Files.walk(root, 5)) {
            for (Path file : (Iterable<Path>) files.filter(Summary::isReport)::iterator) {
                Matcher suite = SUITE.matcher(Files.readString(file));
                if (suite.find()) {
                    run += attribute(suite.group(), "tests");
                    skipped += attribute(suite.group(), "skipped");
                }
            }
        }
        System.out.printf("Tests: %d run, %d skipped%n%n", run - skipped, skipped);
    }

    /** What Surefire and Failsafe left in {@code <modules or labs>/<folder>/target}. */
    private static boolean isReport(Path file) {
        return file.toString().matches(".*/target/(surefire|failsafe)-reports/TEST-[^/]*\\.xml");
    }

    private static int attribute(String element, String name) {
        Matcher value = Pattern.compile(" " + name + "=\"(\\d+)\"").matcher(element);
        return value.find() ? Integer.parseInt(value.group(1)) : 0;
    }
}
