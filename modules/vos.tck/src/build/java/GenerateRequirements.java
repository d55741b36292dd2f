import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the requirements and the hazards of the specifications as two Java enums, so that a test that names one that
 * does not exist does not compile. The build runs it: {@code java GenerateRequirements.java SPECS OUTPUT}.
 */
final class GenerateRequirements {

    private static final Pattern STATED = Pattern.compile("^`\\[([A-Z]+)-([\\d.]+)]` (.*)$");
    private static final Pattern KIND =
            Pattern.compile("^\\*\\((core|robust|strict), (MUST|SHOULD|MAY), (server|client|both|review)\\)\\* +");
    private static final Pattern HAZARD = Pattern.compile("^\\*\\*([^*]+)\\*\\*");

    private record Entry(String prefix, String number, String page, int line, String section, String text) {

        String constant() {
            return prefix + "_" + number.replace('.', '_');
        }

        String id() {
            return prefix + "-" + number;
        }

        /** {@code CONSTANT("id", "page", line, "section"}, without what only one of the two enums has. */
        String head() {
            return "    %s(\"%s\", \"%s\", %d, \"%s\"".formatted(constant(), id(), page, line, escaped(section));
        }
    }

    private GenerateRequirements() {
    }

    public static void main(String[] args) throws IOException {
        Path specs = Path.of(args[0]);
        Path output = Path.of(args[1]).resolve("vos/tck");
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> pages = Files.list(specs)) {
            for (Path page : pages.filter(GenerateRequirements::isProtocol).sorted().toList()) {
                entries.addAll(entries(page));
            }
        }
        Files.createDirectories(output);
        write(output.resolve("Requirement.java"), requirements(entries));
        write(output.resolve("Hazard.java"), hazards(entries));
    }

    private static boolean isProtocol(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".md") && !name.equals("README.md") && !name.equals("COVERAGE.md");
    }

    private static List<Entry> entries(Path page) throws IOException {
        List<Entry> entries = new ArrayList<>();
        List<String> lines = Files.readAllLines(page);
        String section = "";
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("## ")) {
                section = lines.get(i).substring(3);
            }
            Matcher stated = STATED.matcher(lines.get(i));
            // A line within a paragraph may begin with an id that is only cited.
            if (stated.matches() && lines.get(i - 1).isBlank()) {
                String text = stated.group(3) + lines.stream().skip(i + 1).takeWhile(line -> !line.isBlank())
                        .map(line -> " " + line.strip()).collect(Collectors.joining());
                String name = page.getFileName().toString().replaceFirst("\\.md$", "");
                entries.add(new Entry(stated.group(1), stated.group(2), name, i + 1, section, text));
            }
        }
        return entries;
    }

    private static String requirements(List<Entry> entries) {
        List<String> constants = new ArrayList<>();
        for (Entry entry : entries) {
            Matcher kind = KIND.matcher(entry.text());
            if (kind.find()) {
                constants.add("%s,%n            Level.%s, Keyword.%s, Party.%s,%n            \"%s\")".formatted(
                        entry.head(), kind.group(1).toUpperCase(Locale.ROOT), kind.group(2),
                        kind.group(3).toUpperCase(Locale.ROOT), escaped(entry.text().substring(kind.end()))));
            } else if (!HAZARD.matcher(entry.text()).find()) {
                throw new IllegalStateException(entry.page() + ".md:" + entry.line() + ": " + entry.id()
                        + " is neither a requirement, as *(core, MUST, server)* says, nor a hazard, as **...** does");
            }
        }
        return enumeration("Requirement", "A requirement of the specifications", constants,
                "Level level, Keyword keyword, Party party, String text");
    }

    private static String hazards(List<Entry> entries) {
        List<String> constants = new ArrayList<>();
        for (Entry entry : entries) {
            Matcher title = HAZARD.matcher(entry.text());
            if (title.find()) {
                constants.add("%s,%n            \"%s\")".formatted(entry.head(), escaped(title.group(1))));
            }
        }
        return enumeration("Hazard", "What can go wrong on a wire by its design", constants, "String text");
    }

    /** An enum whose constants have an id, a place, and the values that {@code more} declares. */
    private static String enumeration(String name, String sentence, List<String> constants, String more) {
        String declared = "String id, String page, int line, String section, " + more;
        StringBuilder java = new StringBuilder("package vos.tck;\n\n/** " + sentence
                + ". Generated from the pages in specs/. */\npublic enum " + name + " {\n"
                + String.join(",\n", constants) + ";\n\n");
        Stream.of(declared.split(", ")).forEach(field -> java.append("    private final ").append(field).append(";\n"));
        java.append("\n    ").append(name).append("(").append(declared).append(") {\n");
        Stream.of(declared.split(", ")).map(field -> field.split(" ")[1])
                .forEach(field -> java.append("        this.%s = %s;\n".formatted(field, field)));
        java.append("    }\n");
        Stream.of(declared.split(", ")).map(field -> field.split(" "))
                .forEach(field -> java.append(accessor(field[0], field[1])));
        return java.append("}\n").toString();
    }

    private static String accessor(String type, String field) {
        String says = switch (field) {
            case "id" -> "The identifier that the page states, such as {@code MFTP-3.2}.";
            case "page" -> "The page that states it, without {@code .md}, such as {@code mini-ftp}.";
            case "line" -> "The line of the page on which it begins, from 1.";
            case "section" -> "The heading above it.";
            case "level" -> "The conversation in which a peer that falls short is found out.";
            case "keyword" -> "How binding it is (RFC 2119).";
            case "party" -> "Whose bytes tell whether it is kept.";
            default -> "Its text, in Markdown, without line breaks.";
        };
        return "\n    /** %s */\n    public %s %s() {\n        return %s;\n    }\n".formatted(says, type, field, field);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** Leaves a file alone that says the same already, so that nothing is compiled again. */
    private static void write(Path file, String text) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }
}
